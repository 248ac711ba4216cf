package com.quaily.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** An older program meets a database that a newer one has migrated. */
class NewerSchemaTest {

  private final TestDatabase database = TestDatabase.createDatabase();
  private final PGSimpleDataSource dataSource = new PGSimpleDataSource();

  NewerSchemaTest() {
    dataSource.setUrl(database.jdbcUrl());
    dataSource.setUser(database.user());
    dataSource.setPassword(database.password());
    Migrations.migrate(dataSource);
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      assertTrue(statement.executeUpdate(sql) > 0);
    }
  }

  private void migrateTo9001() throws SQLException {
    execute(
        "insert into flyway_schema_history select max(installed_rank) + 1, '9001', 'later', 'SQL',"
            + " 'V9001__later.sql', 7, 'newer', now(), 1, true from flyway_schema_history");
  }

  @Test
  void aSchemaThatOnlyAddedSomethingIsUsed() throws SQLException {
    migrateTo9001();

    assertEquals(0, Migrations.migrate(dataSource));
  }

  @Test
  void aSchemaThatTookSomethingAwayStopsTheStartAndSaysWhatToDo() throws SQLException {
    migrateTo9001();
    execute("update program_requirement set oldest_schema = 9000");

    Exception refusal =
        assertThrows(IllegalStateException.class, () -> Migrations.migrate(dataSource));

    assertTrue(refusal.getMessage().contains("schema 9001"), refusal::getMessage);
    assertTrue(refusal.getMessage().contains("schema 9000"), refusal::getMessage);
    assertTrue(refusal.getMessage().contains("install a newer version"), refusal::getMessage);
  }
}
