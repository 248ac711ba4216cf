package com.quaily.page.publishing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for work that computes half of the time and waits for storage and database the other. */
final class Parallel {

  /** Each may hold a connection to the database, of which others need some, too. */
  private static final int MOST_THREADS = 8;

  private static final int IDLE_SECONDS = 10;

  private Parallel() {}

  /** Twice as many threads as there are cores; to be shut down by the caller. */
  static ExecutorService threads(String name) {
    return pool(name, 2 * Runtime.getRuntime().availableProcessors());
  }

  /**
   * As many as there are cores, for work beside others that are waited for; for the life of the
   * process: threads with nothing to do end by themselves.
   */
  static ExecutorService lastingThreads(String name) {
    ThreadPoolExecutor pool = pool(name, Runtime.getRuntime().availableProcessors());
    pool.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadPoolExecutor pool(String name, int wanted) {
    AtomicInteger number = new AtomicInteger();
    int threads = Math.min(wanted, MOST_THREADS);
    return new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        work -> new Thread(work, name + "-" + number.incrementAndGet()));
  }

  /** The result, with the task's own exception when it failed. */
  static <T> T join(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException("a parallel task failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a parallel task", e);
    }
  }
}
