package com.quaily.ai.proxy;

import com.quaily.model.ai.Outcome;
import com.quaily.model.ai.Usage;
import java.time.Duration;
import java.util.Optional;

/** A call that gave no answer. */
public final class CallFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final Outcome outcome;
  private final transient Optional<Duration> pause;
  private final transient Usage usage;

  /**
   * @param message what the provider said, without keys or texts of users
   * @param pause how long the provider wants to be left alone, if it says so
   * @param usage what the call cost nevertheless
   */
  public CallFailure(Outcome outcome, String message, Optional<Duration> pause, Usage usage) {
    super(message);
    this.outcome = outcome;
    this.pause = pause;
    this.usage = usage;
  }

  public CallFailure(Outcome outcome, String message) {
    this(outcome, message, Optional.empty(), Usage.NONE);
  }

  public Outcome outcome() {
    return outcome;
  }

  public Optional<Duration> pause() {
    return pause;
  }

  public Usage usage() {
    return usage;
  }
}
