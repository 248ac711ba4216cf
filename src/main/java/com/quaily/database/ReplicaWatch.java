package com.quaily.database;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether a replica can answer: it is reachable, hears from its primary, and has replayed
 * what it has received but for a moment's worth. Asks once a second.
 */
final class ReplicaWatch implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(ReplicaWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  /** Of changes that are not replayed yet. */
  private static final long MOST_BYTES = 4L << 20;

  /** A server that is no replica is up to date too: it is the primary itself. */
  private static final String QUESTION =
      """
      select not pg_is_in_recovery()
        or (exists (select 1 from pg_stat_wal_receiver)
          and pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()) < %d)
      """
          .formatted(MOST_BYTES);

  private final DataSource replica;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "replica-watch");
  private volatile boolean usable;

  ReplicaWatch(DataSource replica) {
    this.replica = replica;
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether it was good enough a moment ago. */
  boolean isUsable() {
    return usable;
  }

  /** Until the next look the primary answers. */
  void distrust() {
    usable = false;
  }

  private void watch() {
    try {
      do {
        boolean now = looksGood();
        if (now != usable) {
          LOG.info("the replica is {}", now ? "used for reading" : "not used");
        }
        usable = now;
      } while (!closed.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean looksGood() {
    try (Connection connection = replica.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(QUESTION)) {
      return row.next() && row.getBoolean(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
