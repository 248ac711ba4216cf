package com.quaily.database;

import java.io.Closeable;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends notifications in the background, many in one statement. A transaction that notifies holds a
 * lock of the whole server while it commits, so that all such commits wait for the disk one after
 * the other; these wait for nothing. What is lost when the process dies is found by the listeners'
 * own checks.
 */
final class Announcer implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
  private static final String SEND =
      "select count(pg_notify(topic, payload)) from unnest(?, ?) as a (topic, payload)";
  private static final int AT_ONCE = 500;

  /** While the database is down; listeners check everything when it is back. */
  static final int MOST_WAITING = 10_000;

  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final DataSource dataSource;
  private final Set<Announcement> waiting = new LinkedHashSet<>();
  private final Thread thread = new Thread(this::run, "announcer");
  private boolean closed;

  /** A notification. */
  record Announcement(String topic, String payload) {}

  Announcer(DataSource dataSource) {
    this.dataSource = dataSource;
    thread.setDaemon(true);
  }

  /** Sends them soon; equal ones that still wait are sent once. */
  synchronized void send(Collection<Announcement> announcements) {
    for (Announcement announcement : announcements) {
      if (waiting.size() < MOST_WAITING) {
        waiting.add(announcement);
      }
    }
    if (thread.getState() == Thread.State.NEW && !closed) {
      thread.start();
    }
    notifyAll();
  }

  synchronized int waiting() {
    return waiting.size();
  }

  private void run() {
    try {
      List<Announcement> next = next();
      while (!next.isEmpty()) {
        if (!isSent(next)) {
          send(next);
          if (!pause()) {
            return;
          }
        }
        next = next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Waits for the next ones and takes them, so that an equal one that comes while they are being
   * sent is sent again. Empty when closed and nothing is left.
   */
  private synchronized List<Announcement> next() throws InterruptedException {
    while (waiting.isEmpty() && !closed) {
      wait();
    }
    List<Announcement> next = waiting.stream().limit(AT_ONCE).toList();
    next.forEach(waiting::remove);
    return next;
  }

  private boolean isSent(List<Announcement> next) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SEND)) {
      statement.setArray(1, texts(connection, next.stream().map(Announcement::topic).toArray()));
      statement.setArray(2, texts(connection, next.stream().map(Announcement::payload).toArray()));
      return statement.execute();
    } catch (SQLException e) {
      LOG.debug("{} notifications wait", next.size(), e);
      return false;
    }
  }

  private static Array texts(Connection connection, Object[] texts) throws SQLException {
    return connection.createArrayOf("text", texts);
  }

  /** After a failure; false when there is no time left for another attempt. */
  private synchronized boolean pause() throws InterruptedException {
    long end = System.nanoTime() + PAUSE_AFTER_FAILURE.toNanos();
    for (long left = end - System.nanoTime(); !closed && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return !closed;
  }

  /** Sends what waits, for up to two seconds. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
