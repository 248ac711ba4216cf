package com.quaily.database;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A lock that one process at a time can hold, among all that share the database. PostgreSQL
 * releases it when its connection ends, also if the process dies.
 */
public final class AdvisoryLock {

  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Database database;
  private final int kind;

  /**
   * @param kind separates these locks from others with the same ids
   */
  public AdvisoryLock(Database database, int kind) {
    this.database = database;
    this.kind = kind;
  }

  /**
   * Waits for the lock with this id, then runs the work. The lock is not reentrant.
   *
   * @throws UnavailableException when the database cannot be reached, or the thread is interrupted
   */
  public void whileHeld(long id, Runnable work) {
    try (Connection connection = await(id)) {
      try {
        work.run();
      } finally {
        ask(connection, "select pg_advisory_unlock(?, ?)", id);
      }
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  /** Holds no connection while waiting. */
  private Connection await(long id) throws SQLException {
    while (true) {
      Connection connection = database.directSource().getConnection();
      if (isTaken(connection, id)) {
        return connection;
      }
      try {
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw unavailable(e);
      }
    }
  }

  private boolean isTaken(Connection connection, long id) throws SQLException {
    boolean taken = false;
    try {
      taken = ask(connection, "select pg_try_advisory_lock(?, ?)", id);
      return taken;
    } finally {
      if (!taken) {
        connection.close();
      }
    }
  }

  private boolean ask(Connection connection, String sql, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, kind);
      statement.setInt(2, Long.hashCode(id));
      try (ResultSet result = statement.executeQuery()) {
        return result.next() && result.getBoolean(1);
      }
    }
  }

  private static UnavailableException unavailable(Exception cause) {
    return new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, cause);
  }
}
