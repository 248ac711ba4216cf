package com.quaily.resource;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestInstance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads and changes database content that the API does not expose. */
public final class StoredData {

  private final TestInstance instance;

  public StoredData(TestInstance instance) {
    this.instance = instance;
  }

  public String text(String query, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = prepare(connection, query, values);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }

  public long number(String query, Object... values) {
    return Long.parseLong(text(query, values));
  }

  /** Changes at least one row: one that finds none would make its test say nothing. */
  public void execute(String update, Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = prepare(connection, update, values)) {
      assertTrue(statement.executeUpdate() > 0, update);
    } catch (SQLException e) {
      throw new IllegalStateException(update, e);
    }
  }

  /** Lets a recurring job run as soon as the instance looks for jobs. */
  public void runSoon(String job) {
    execute("update scheduled_tasks set execution_time = now() where task_name = ?", job);
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private Connection connect() throws SQLException {
    return instance.instance().modules().orElseThrow().database().dataSource().getConnection();
  }
}
