package com.quaily.model.error;

import java.util.Optional;

/** The request conflicts with the current state. */
public final class ConflictException extends QuailyException {
  private static final long serialVersionUID = 1L;

  private final transient Object current;

  public ConflictException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * @param current the current state, so that the client can show both versions; may be null
   */
  public ConflictException(ErrorCode code, String message, Object current) {
    super(code, message);
    this.current = current;
  }

  /** The current state that the request conflicts with. */
  public Optional<Object> current() {
    return Optional.ofNullable(current);
  }
}
