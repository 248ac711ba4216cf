package com.quaily.testing;

import com.quaily.testing.TestInstance.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

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

  /**
   * Sets a time that comes soon, and returns it. It is later where the machine is too busy to set
   * it before it comes.
   *
   * @param call tells the program the time
   */
  public static Instant soon(Function<Instant, Reply> call) {
    for (int seconds = 1; ; seconds *= 2) {
      Instant time = Instant.now().plusSeconds(seconds).truncatedTo(ChronoUnit.MICROS);
      Reply reply = call.apply(time);
      if (reply.status() == 200) {
        return time;
      }
      if (seconds > 60) {
        throw new AssertionError("no time suits: " + reply.body());
      }
    }
  }
}
