package com.quaily.database;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a PostgreSQL server says of itself.
 *
 * @param version of PostgreSQL, such as {@code 18.4}
 * @param replica whether it only reads, because it follows another server
 * @param extensions that are installed in the database, in alphabetical order
 * @param latency of a statement that does nothing, the shortest of three
 * @param connections to all databases of the server at the moment
 * @param allowedConnections {@code max_connections}
 * @param followers how many servers follow this one
 * @param clock the server's time
 */
public record ServerReport(
    String version,
    boolean replica,
    List<String> extensions,
    Duration latency,
    int connections,
    int allowedConnections,
    int followers,
    Instant clock) {

  private static final int ROUNDS = 3;

  /**
   * Asks a server.
   *
   * @throws UnavailableException when it cannot be reached or refuses
   */
  public static ServerReport read(DataSource dataSource) {
    try {
      return ask(dataSource);
    } catch (SQLException e) {
      throw new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, e);
    }
  }

  private static ServerReport ask(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      Duration latency = latency(statement);
      List<String> extensions = texts(statement, "select extname from pg_extension order by 1");
      try (ResultSet row =
          statement.executeQuery(
              """
              select split_part(current_setting('server_version'), ' ', 1), pg_is_in_recovery(),
                (select count(*) from pg_stat_activity where backend_type = 'client backend'),
                current_setting('max_connections')::int,
                (select count(*) from pg_stat_replication), clock_timestamp()
              """)) {
        row.next();
        return new ServerReport(
            row.getString(1),
            row.getBoolean(2),
            extensions,
            latency,
            row.getInt(3),
            row.getInt(4),
            row.getInt(5),
            row.getTimestamp(6).toInstant());
      }
    }
  }

  private static Duration latency(Statement statement) throws SQLException {
    long shortest = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      statement.execute("select 1");
      shortest = Math.min(shortest, System.nanoTime() - begin);
    }
    return Duration.ofNanos(shortest);
  }

  private static List<String> texts(Statement statement, String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
