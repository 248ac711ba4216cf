package com.quaily.postgres;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the embedded PostgreSQL and starts it again when it has ended: it was killed, or its disk
 * was full. After each failed start the pause grows, up to {@link #LONGEST_PAUSE}.
 */
final class PostgresSupervisor implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresSupervisor.class);
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  private final Server server;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::watch, "postgres-supervisor");

  /** What the supervisor watches. */
  interface Server {
    boolean isRunning() throws IOException;

    /**
     * Starts the server on its old port, unless it runs or was stopped on purpose.
     *
     * @throws IllegalStateException when it does not start
     */
    void startAgain() throws IOException;
  }

  PostgresSupervisor(Server server) {
    this.server = server;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void watch() {
    Duration pause = INTERVAL;
    try {
      while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        pause = isRunningAgain() ? INTERVAL : longer(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isRunningAgain() {
    try {
      if (!server.isRunning()) {
        LOG.error("PostgreSQL has ended unexpectedly; starting it again");
        server.startAgain();
      }
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.error("PostgreSQL does not start again, will retry: {}", e.getMessage());
      return false;
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  /** A start that is under way may still finish. */
  @Override
  public void close() {
    closed.countDown();
  }
}
