package com.quaily.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

  @Test
  void preparesATemplateOnceAndCopiesIt() throws Exception {
    AtomicInteger preparations = new AtomicInteger();
    TestDatabase.Preparation preparation =
        empty -> {
          preparations.incrementAndGet();
          execute(empty, "CREATE TABLE letter AS SELECT 7 AS number");
        };
    TestDatabase first = TestDatabase.createDatabase("letters", preparation);
    execute(first, "DELETE FROM letter");
    TestDatabase second = TestDatabase.createDatabase("letters", preparation);
    assertNotEquals(first.jdbcUrl(), second.jdbcUrl());
    assertEquals(0, count(first));
    assertEquals(1, count(second));
    assertEquals(1, preparations.get());
  }

  @Test
  void startsEmpty() {
    TestDatabase underTest = TestDatabase.createDatabase();
    assertThrows(SQLException.class, () -> count(underTest));
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static int count(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM letter")) {
      result.next();
      return result.getInt(1);
    }
  }
}
