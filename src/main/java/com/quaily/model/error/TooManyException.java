package com.quaily.model.error;

import java.time.Duration;

/** A rate limit was exceeded. */
public final class TooManyException extends QuailyException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public TooManyException(ErrorCode code, Duration retryAfter) {
    super(code, code.message());
    this.retryAfter = retryAfter;
  }

  /** How long the client should wait before it retries. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
