package com.quaily.routing.cache;

import java.util.concurrent.atomic.LongAdder;

/**
 * What the page cache found and did not find since the start.
 *
 * @param disk asked only for what was not in memory
 */
public record CacheCounters(Tier memory, Tier disk) {

  CacheCounters() {
    this(new Tier(), new Tier());
  }

  /** One tier's counters. Thread-safe. */
  public static final class Tier {

    private final LongAdder hits = new LongAdder();
    private final LongAdder misses = new LongAdder();
    private final LongAdder evictions = new LongAdder();

    void hit() {
      hits.increment();
    }

    void miss() {
      misses.increment();
    }

    void evict() {
      evictions.increment();
    }

    /** How many pages were found. */
    public long hits() {
      return hits.sum();
    }

    /** How many pages were not found. */
    public long misses() {
      return misses.sum();
    }

    /** How many pages had to make room for others. */
    public long evictions() {
      return evictions.sum();
    }
  }
}
