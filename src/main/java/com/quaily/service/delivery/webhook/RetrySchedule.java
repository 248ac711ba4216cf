package com.quaily.service.delivery.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** When an event is sent again: ten attempts within about three days. */
final class RetrySchedule {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** Receivers that fail at the same time are not asked at the same time again. */
  private static final double JITTER = 0.2;

  private final RandomGenerator random;

  RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * The pause after a failure; empty after the last attempt.
   *
   * @param attempts that were made, from 1
   */
  Optional<Duration> pauseAfter(int attempts) {
    if (attempts > PAUSES.size()) {
      return Optional.empty();
    }
    long millis = PAUSES.get(attempts - 1).toMillis();
    return Optional.of(Duration.ofMillis((long) (millis * (1 + random.nextDouble() * JITTER))));
  }
}
