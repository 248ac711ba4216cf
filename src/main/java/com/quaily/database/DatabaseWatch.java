package com.quaily.database;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices a database that takes connections and does not answer, as a stopped process or a lost
 * network does. Nothing is sent as long as statements are short. Once one takes longer, the watch
 * asks on a connection of its own; without an answer it breaks the connections of all pools, so
 * that their users fail instead of waiting, and the pools refuse work until the database answers
 * again.
 */
final class DatabaseWatch implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

  /** A statement that takes longer is a reason to ask. */
  static final Duration SUSPICIOUS = Duration.ofMillis(500);

  private static final int ANSWER_SECONDS = 2;
  private static final Duration INTERVAL = Duration.ofMillis(250);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(1);

  private final DatabaseSettings settings;
  private final List<ConnectionPool> pools = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "database-watch");
  private volatile boolean hanging;

  DatabaseWatch(DatabaseSettings settings) {
    this.settings = settings;
    thread.setDaemon(true);
  }

  void add(ConnectionPool pool) {
    pools.add(pool);
  }

  /** Starts watching at the first use; later calls have no effect. */
  synchronized void start() {
    if (thread.getState() == Thread.State.NEW && closed.getCount() > 0) {
      thread.start();
    }
  }

  /** Whether the database is known not to answer. */
  boolean isHanging() {
    return hanging;
  }

  private void watch() {
    try {
      Duration pause = INTERVAL;
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        boolean suspicious = hanging || pools.stream().anyMatch(ConnectionPool::isSlow);
        if (suspicious) {
          setHanging(!answers());
        }
        pause = suspicious && !hanging ? BETWEEN_QUESTIONS : INTERVAL;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void setHanging(boolean now) {
    boolean before = hanging;
    hanging = now;
    if (now && !before) {
      LOG.error("The database does not answer; requests fail until it does");
    } else if (before && !now) {
      LOG.info("The database answers again");
    }
    if (now) {
      pools.forEach(ConnectionPool::breakConnections);
    }
  }

  /** A refusal is an answer too: only silence and broken connections are not. */
  private boolean answers() {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("connectTimeout", String.valueOf(ANSWER_SECONDS));
    properties.setProperty("loginTimeout", String.valueOf(ANSWER_SECONDS));
    properties.setProperty("socketTimeout", String.valueOf(ANSWER_SECONDS));
    properties.setProperty("hostRecheckSeconds", "1");
    properties.setProperty("ApplicationName", "quaily-watch");
    try (Connection connection = DriverManager.getConnection(settings.url(), properties);
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException e) {
      String state = e.getSQLState();
      return state != null && !state.startsWith("08");
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
