package com.quaily.page.publishing;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads for work that alternates between CPU and waiting for storage or the database. */
final class Parallel {

  /** Each may hold a database connection, and others need some, too. */
  private static final int MOST_THREADS = 8;

  private static final int IDLE_SECONDS = 10;

  private Parallel() {}

  /** Twice as many threads as cores; the caller must shut it down. */
  static ExecutorService threads(String name) {
    return pool(name, 2 * Runtime.getRuntime().availableProcessors());
  }

  /**
   * As many threads as cores, for work in parallel with user requests; lives as long as the
   * process. Idle threads end.
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

  /** The result, or the task's own exception if it failed. */
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
