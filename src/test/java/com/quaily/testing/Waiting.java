package com.quaily.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for background work. */
public final class Waiting {

  /** So long that no busy machine needs it; what is so costs none of it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private Waiting() {}

  /**
   * Returns as soon as it is so.
   *
   * @throws AssertionError when it still is not after a long while
   */
  public static void until(String what, BooleanSupplier isSo) {
    within(PATIENCE, what, isSo);
  }

  /** Like the other, for what takes longer. */
  public static void within(Duration patience, String what, BooleanSupplier isSo) {
    Instant end = Instant.now().plus(patience);
    while (!isSo.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited in vain for: " + what);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
