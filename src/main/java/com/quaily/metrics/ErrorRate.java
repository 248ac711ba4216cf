package com.quaily.metrics;

import com.quaily.metrics.RequestMeters.Answers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;

/** The share of answers with a status from 500 in the last minutes. Used by one thread. */
public final class ErrorRate {

  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final double HIGHEST = 0.01;

  /** Fewer errors are no pattern, however few requests there were. */
  private static final long LEAST_ERRORS = 10;

  private final Supplier<Answers> answers;
  private final Clock clock;
  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(Instant time, Answers answers) {}

  /**
   * @param answers numbers since the start of the process
   */
  public ErrorRate(Supplier<Answers> answers, Clock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  /** Takes a sample. A description of the rate if it is too high, else empty. */
  public Optional<String> tooHigh() {
    Instant now = clock.instant();
    Answers current = answers.get();
    samples.addLast(new Sample(now, current));
    // The first sample is the last one before the window.
    while (samples.size() > 1 && secondIsBefore(now.minus(WINDOW))) {
      samples.removeFirst();
    }
    Answers before = samples.getFirst().answers();
    long all = current.all() - before.all();
    long errors = current.errors() - before.errors();
    return errors >= LEAST_ERRORS && errors > all * HIGHEST
        ? Optional.of(errors + " of " + all)
        : Optional.empty();
  }

  private boolean secondIsBefore(Instant begin) {
    var all = samples.iterator();
    all.next();
    return !all.next().time().isAfter(begin);
  }
}
