package com.quaily.command.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where it was set last, counted back from the first start of the demo. */
final class PastClock extends Clock {

  private static final double SECONDS_A_DAY = 86_400;

  private final Instant start;
  private Instant now;

  PastClock(Instant start) {
    this.start = start;
    this.now = start;
  }

  /**
   * Sets the clock.
   *
   * @param daysAgo with fractions
   */
  void goBack(double daysAgo) {
    now = start.minus(Duration.ofSeconds(Math.round(daysAgo * SECONDS_A_DAY)));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
