package com.quaily.ai.scheduler;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failure. */
final class Pauses {

  private static final Duration FIRST_COOLING = Duration.ofSeconds(15);
  private static final Duration LONGEST_COOLING = Duration.ofMinutes(5);
  private static final Duration OVERLOAD = Duration.ofSeconds(2);
  private static final Duration FIRST_RETRY = Duration.ofMillis(500);
  private static final Duration LONGEST_RETRY = Duration.ofSeconds(30);
  private static final Duration MOST_JITTER = Duration.ofSeconds(30);

  private final RandomGenerator random;

  Pauses(RandomGenerator random) {
    this.random = random;
  }

  /** Without a word of the provider: twice as long each consecutive time. */
  Duration cooling(int rateHits) {
    return shorter(FIRST_COOLING.multipliedBy(1L << Math.min(rateHits, 10)), LONGEST_COOLING);
  }

  /** From two to ten seconds. */
  Duration overload() {
    return OVERLOAD.plusMillis(random.nextLong(8_000));
  }

  /** Up to a bound that doubles, so that tasks that failed together do not return together. */
  Duration retry(int failures) {
    Duration bound = shorter(FIRST_RETRY.multipliedBy(1L << Math.min(failures, 10)), LONGEST_RETRY);
    return Duration.ofMillis(random.nextLong(bound.toMillis() + 1));
  }

  /** Up to a fifth longer: earlier would be against the provider's wish. */
  Duration spread(Duration pause) {
    Duration fifth = shorter(pause.dividedBy(5), MOST_JITTER);
    return pause.plusMillis(random.nextLong(fifth.toMillis() + 1));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
