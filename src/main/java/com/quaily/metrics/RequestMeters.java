package com.quaily.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/**
 * Counts requests and the time that they took. Readers' requests pass here, so that a request costs
 * a look-up and a few additions without contention, and no library is loaded before the first
 * scrape. Thread-safe.
 */
public final class RequestMeters {

  /** The upper bounds of the histogram in seconds; what takes longer is in the last bucket. */
  static final double[] BOUNDS = {
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
  };

  private static final double NANOS = 1e9;
  private static final int SERVER_ERROR = 500;

  /** Clients can invent methods; those are counted as one. */
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final ConcurrentHashMap<Labels, Times> meters = new ConcurrentHashMap<>();

  /**
   * What requests are told apart by.
   *
   * @param route such as {@code /api/posts/{id}}, never an address
   */
  public record Labels(String method, String route, int status) {}

  /** How often, and how long altogether. */
  static final class Times {

    final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    final LongAdder nanos = new LongAdder();

    Times() {
      for (int index = 0; index < buckets.length; index++) {
        buckets[index] = new LongAdder();
      }
    }

    void add(long duration) {
      double seconds = duration / NANOS;
      int index = 0;
      while (index < BOUNDS.length && seconds > BOUNDS[index]) {
        index++;
      }
      buckets[index].increment();
      nanos.add(duration);
    }

    double seconds() {
      return nanos.sum() / NANOS;
    }

    long count() {
      long count = 0;
      for (LongAdder bucket : buckets) {
        count += bucket.sum();
      }
      return count;
    }
  }

  /**
   * Counts a request.
   *
   * @param route one of a limited number
   * @param nanos from its arrival to its answer
   */
  public void answered(String method, String route, int status, long nanos) {
    Labels labels = new Labels(METHODS.contains(method) ? method : "OTHER", route, status);
    Times times = meters.get(labels);
    if (times == null) {
      times = meters.computeIfAbsent(labels, unused -> new Times());
    }
    times.add(nanos);
  }

  /** The number of answers, and of those with a status from 500, since the start. */
  public Answers answers() {
    long all = 0;
    long errors = 0;
    for (var meter : meters.entrySet()) {
      long count = meter.getValue().count();
      all += count;
      errors += meter.getKey().status() >= SERVER_ERROR ? count : 0;
    }
    return new Answers(all, errors);
  }

  /** Numbers of answers. */
  public record Answers(long all, long errors) {}

  void forEach(BiConsumer<Labels, Times> action) {
    meters.forEach(action);
  }
}
