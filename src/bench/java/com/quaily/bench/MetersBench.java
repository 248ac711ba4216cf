package com.quaily.bench;

import com.quaily.metrics.RequestMeters;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How much processor time it costs to count a request for {@code /metrics}, on as many threads as
 * there are processors. Prints a row of a table.
 *
 * <p>Argument: millions of requests for each thread (50).
 */
public final class MetersBench {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MILLION = 1_000_000;

  private MetersBench() {}

  public static void main(String[] arguments) throws Exception {
    int requests = (arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50) * MILLION;
    int threads = Runtime.getRuntime().availableProcessors();
    measure(threads, requests);
    System.out.printf(
        Locale.ROOT,
        "| counting a request, %d threads, warm | %.0f ns CPU |%n",
        threads,
        measure(threads, requests));
  }

  /** Nanoseconds of processor time for a request. */
  private static double measure(int threads, int requests) throws Exception {
    RequestMeters meters = new RequestMeters();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Long>> parts = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        parts.add(pool.submit(() -> count(meters, requests)));
      }
      long nanos = 0;
      for (Future<Long> part : parts) {
        nanos += part.get();
      }
      if (meters.answers().all() != (long) threads * requests) {
        throw new IllegalStateException("requests were not counted");
      }
      return (double) nanos / threads / requests;
    } finally {
      pool.shutdownNow();
    }
  }

  /** As the fast lane does, with the clock that it reads. */
  private static long count(RequestMeters meters, int requests) {
    long begin = THREADS.getCurrentThreadCpuTime();
    for (int request = 0; request < requests; request++) {
      long arrived = System.nanoTime();
      meters.answered("GET", "pages", request % 10 == 0 ? 304 : 200, System.nanoTime() - arrived);
    }
    return THREADS.getCurrentThreadCpuTime() - begin;
  }
}
