package com.quaily.delivery.sending;

import java.time.Duration;
import java.time.Instant;

/**
 * When a deferred message is tried again: after a pause that doubles each time, up to four hours,
 * until it is too old.
 */
public final class RetryPlan {

  private static final Duration LONGEST = Duration.ofHours(4);
  private static final int MOST_DOUBLINGS = 12;

  private final Duration first;
  private final Duration giveUpAfter;

  public RetryPlan(Duration first, Duration giveUpAfter) {
    this.first = first;
    this.giveUpAfter = giveUpAfter;
  }

  /** The time of the next attempt after this many. */
  public Instant next(int attempts, Instant now) {
    Duration pause = first.multipliedBy(1L << Math.min(Math.max(0, attempts - 1), MOST_DOUBLINGS));
    return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
  }

  /** Whether a message of a delivery that started then is not tried again. */
  public boolean isTooOld(Instant started, Instant now) {
    return started != null && started.plus(giveUpAfter).isBefore(now);
  }

  /** Whether that many attempts take longer than a message is tried. */
  boolean isTooOften(int attempts) {
    Duration spent = Duration.ZERO;
    for (int i = 1; i <= attempts && spent.compareTo(giveUpAfter) < 0; i++) {
      spent = spent.plus(Duration.between(Instant.EPOCH, next(i, Instant.EPOCH)));
    }
    return spent.compareTo(giveUpAfter) >= 0;
  }
}
