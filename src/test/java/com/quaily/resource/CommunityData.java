package com.quaily.resource;

import com.quaily.testing.TestInstance;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into the database for what the API does not tell. */
final class CommunityData {

  private final TestInstance instance;

  CommunityData(TestInstance instance) {
    this.instance = instance;
  }

  String text(String query) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long number(String query) {
    return Long.parseLong(text(query));
  }

  void execute(String update) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(update);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Connection connect() throws SQLException {
    return instance.instance().backend().orElseThrow().database().dataSource().getConnection();
  }
}
