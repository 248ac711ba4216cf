package com.quaily.wiring.process;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a task on a daemon thread. After a failure it waits a second and retries; only the first
 * of consecutive failures is logged.
 */
public final class BackgroundLoop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundLoop.class);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);

  private final String name;
  private final Supplier<Duration> work;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  /** Whether the last run failed. */
  private volatile boolean failing;

  /**
   * @param name names the thread and the log lines
   * @param work one run; returns the pause before the next
   */
  public BackgroundLoop(String name, Supplier<Duration> work) {
    this.name = name;
    this.work = work;
    thread = new Thread(this::repeat, name);
    thread.setDaemon(true);
  }

  /** Starts the loop; later calls have no effect. */
  public synchronized void start() {
    if (thread.getState() == Thread.State.NEW) {
      thread.start();
    }
  }

  private void repeat() {
    try {
      Duration pause = Duration.ofSeconds(1);
      while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
        pause = runOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Runs the task once on the calling thread, while the loop is not running. */
  public Duration runOnce() {
    try {
      Duration pause = work.get();
      if (failing) {
        LOG.info("{}: recovered", name);
      }
      failing = false;
      return pause;
    } catch (RuntimeException e) {
      if (!failing) {
        LOG.warn("{}: failed, will retry: {}", name, e.getMessage());
      }
      LOG.debug("{}: failed", name, e);
      failing = true;
      return PAUSE_AFTER_FAILURE;
    }
  }

  /** Waits up to ten seconds for the current run to end. */
  @Override
  public void close() {
    closed.countDown();
    try {
      thread.join(CLOSE_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
