package com.quaily.model.error;

import java.time.Duration;

/** A limit on how often was reached. */
public final class TooManyException extends QuailyException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public TooManyException(ErrorCode code, Duration retryAfter) {
    super(code, code.message());
    this.retryAfter = retryAfter;
  }

  /** When it is worth trying again. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
