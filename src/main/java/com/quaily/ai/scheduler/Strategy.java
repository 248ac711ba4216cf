package com.quaily.ai.scheduler;

import com.quaily.ai.scheduler.Routing.Candidate;
import java.util.Comparator;

/** How one of several able proxies is chosen. Equal ones go by name. */
public enum Strategy {
  /** The smallest share of its slots in use. */
  LEAST_LOADED(Comparator.comparingDouble(it -> (double) it.running() / slots(it))),
  /** Calls of the last minute in proportion to the weights. */
  WEIGHTED(Comparator.comparingDouble(it -> (double) it.calls() / it.spec().weight())),
  CHEAPEST(Comparator.comparingLong(it -> it.spec().price().input() + it.spec().price().output())),
  LOWEST_LATENCY(Comparator.comparingLong(Candidate::latency));

  private final Comparator<Candidate> order;

  Strategy(Comparator<Candidate> order) {
    this.order =
        order
            .thenComparingDouble(it -> (double) it.running() / slots(it))
            .thenComparing(it -> it.spec().name());
  }

  private static int slots(Candidate candidate) {
    return candidate.spec().limits().concurrency();
  }

  Comparator<Candidate> order() {
    return order;
  }
}
