package com.quaily.database;

import java.io.Closeable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to PostgreSQL notifications on a dedicated connection and passes each payload to the
 * listener of its topic. Reconnects until it succeeds. Notifications sent in the meantime are lost,
 * so listeners need a fallback: routers revalidate, workers poll.
 */
public final class ChangeFeed implements Closeable {

  /** Keys of pages that changed in storage, separated by line breaks. */
  public static final String PAGE_CHANGED = "page_changed";

  /** A channel's posts changed and its pages must be updated; the payload is the channel's id. */
  public static final String POSTS_CHANGED = "posts_changed";

  /** A job that is due was enqueued; the payload is its name. */
  public static final String JOB_ENQUEUED = "job_enqueued";

  /** An AI task waits for a proxy. */
  public static final String AI_TASK_ADDED = "ai_task_added";

  /** An AI task has its result or has failed; the payload is its trace id. */
  public static final String AI_TASK_ENDED = "ai_task_ended";

  /** An AI task was cancelled; the payload is its id. */
  public static final String AI_TASK_CANCELLED = "ai_task_cancelled";

  private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
  private static final Duration RECONNECT = Duration.ofSeconds(1);
  private static final int POLL_MILLIS = 10_000;
  private static final int CLOSE_MILLIS = 5_000;

  private final DatabaseSettings settings;
  private final Map<String, Consumer<String>> listeners;
  private final Runnable onGap;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch connected = new CountDownLatch(1);
  private final Thread thread;
  private volatile Connection connection;
  private volatile long heardAt = System.nanoTime();

  /**
   * @param listeners by topic; called on the feed's thread, so they must be fast; exceptions are
   *     logged
   * @param onGap called when the feed has reconnected and may have lost notifications
   */
  public ChangeFeed(
      DatabaseSettings settings, Map<String, Consumer<String>> listeners, Runnable onGap) {
    this.settings = settings;
    this.listeners = Map.copyOf(listeners);
    this.onGap = onGap;
    this.thread = new Thread(this::run, "change-feed");
    thread.setDaemon(true);
  }

  /** Starts listening in the background; returns immediately. */
  public void start() {
    thread.start();
  }

  /** Waits until the feed listens for the first time; false if the timeout expires first. */
  public boolean awaitConnected(Duration timeout) throws InterruptedException {
    return connected.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How long the server has not been heard; it is asked every ten seconds. */
  public Duration silence() {
    return Duration.ofNanos(System.nanoTime() - heardAt);
  }

  private void run() {
    boolean complained = false;
    boolean deaf = false;
    while (closed.getCount() > 0) {
      try (Connection fresh = connect()) {
        connection = fresh;
        listen(fresh);
        complained = false;
        if (deaf) {
          safely("the gap listener", onGap);
        }
        connected.countDown();
        heardAt = System.nanoTime();
        receive(fresh);
      } catch (SQLException e) {
        deaf = true;
        if (closed.getCount() > 0 && !complained) {
          LOG.warn(
              "change feed lost, reconnecting every {} s: {}",
              RECONNECT.toSeconds(),
              e.getMessage());
          complained = true;
        }
      }
      pause();
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password());
    properties.setProperty("connectTimeout", "3");
    properties.setProperty("loginTimeout", "3");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("hostRecheckSeconds", "1");
    properties.setProperty("ApplicationName", "quaily-feed");
    return DriverManager.getConnection(settings.directUrl(), properties);
  }

  private void listen(Connection fresh) throws SQLException {
    try (Statement statement = fresh.createStatement()) {
      for (String topic : listeners.keySet()) {
        statement.execute("listen " + topic);
      }
    }
    LOG.info("change feed listens to {}", listeners.keySet());
  }

  private void receive(Connection fresh) throws SQLException {
    PGConnection postgres = fresh.unwrap(PGConnection.class);
    while (closed.getCount() > 0) {
      // Blocks on the socket until a notification arrives.
      PGNotification[] notifications = postgres.getNotifications(POLL_MILLIS);
      for (PGNotification notification : notifications) {
        dispatch(notification);
      }
      // Silence can mean that the server vanished without closing the connection.
      if (notifications.length == 0 && !fresh.isValid(2)) {
        throw new SQLException("the server no longer answers");
      }
      heardAt = System.nanoTime();
    }
  }

  private void dispatch(PGNotification notification) {
    Consumer<String> listener = listeners.get(notification.getName());
    if (listener == null) {
      return;
    }
    safely(
        "the listener for " + notification.getName(),
        () -> listener.accept(notification.getParameter()));
  }

  private static void safely(String name, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("{} failed", name, e);
    }
  }

  private void pause() {
    try {
      closed.await(RECONNECT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed.countDown();
    }
  }

  /** No listener is called after this returns, except one that is still running. */
  @Override
  public void close() {
    closed.countDown();
    Connection current = connection;
    if (current != null) {
      try {
        // Ends the blocking read at once; a regular close would wait for it.
        current.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("the change feed's connection was already closed", e);
      }
    }
    awaitEnd();
  }

  private void awaitEnd() {
    try {
      // A listener that closes the feed must not wait for itself.
      if (thread != Thread.currentThread()) {
        thread.join(CLOSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
