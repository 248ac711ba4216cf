package com.quaily.testing;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.quaily.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A lock of the database that another process holds. */
public final class HeldLock {

  private static final String WAITING =
      """
      select count(*) from pg_locks
      where locktype = 'advisory' and objsubid = 1 and not granted
        and database = (select oid from pg_database where datname = current_database())
        and ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 0)
      """;

  private HeldLock() {}

  /**
   * Makes a call while the lock is held, and returns its result.
   *
   * @throws AssertionError when the call ends without having waited for the lock
   */
  public static <T> T waitedFor(Database database, String lock, Supplier<T> call) {
    return waitedFor(database, lock, 1, call);
  }

  /**
   * As the other.
   *
   * @param waiting how many transactions wait for the lock then, with those of others
   */
  public static <T> T waitedFor(Database database, String lock, int waiting, Supplier<T> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    boolean early =
        database.inTransaction(
            () -> {
              database.lock(lock);
              result.completeAsync(call, work -> new Thread(work, lock).start());
              Waiting.until(
                  "a call that waits for \"" + lock + '"',
                  () -> result.isDone() || waiting(database, lock) >= waiting);
              return result.isDone();
            });
    assertFalse(early, () -> "it did not wait for \"" + lock + '"');
    return result.orTimeout(2, TimeUnit.MINUTES).join();
  }

  private static long waiting(Database database, String lock) {
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(WAITING)) {
      statement.setString(1, lock);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
