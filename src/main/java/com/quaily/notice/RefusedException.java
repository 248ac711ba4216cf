package com.quaily.notice;

import java.time.Duration;
import java.util.Optional;

/** A transport did not accept a message. The text names the reason, and never a secret. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Duration retryAfter;

  public RefusedException(String reason) {
    this(reason, null);
  }

  /**
   * @param retryAfter how long the service wants to be left alone; null = it did not say
   */
  public RefusedException(String reason, Duration retryAfter) {
    super(reason);
    this.retryAfter = retryAfter;
  }

  /** How long the service wants to be left alone; empty = it did not say. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }
}
