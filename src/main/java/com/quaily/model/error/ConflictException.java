package com.quaily.model.error;

import java.util.Optional;

/** The state in the database contradicts the request. */
public final class ConflictException extends QuailyException {
  private static final long serialVersionUID = 1L;

  private final transient Object current;

  public ConflictException(ErrorCode code, String message) {
    this(code, message, null);
  }

  /**
   * @param current the state that the request collided with, so that the client can offer both; may
   *     be null
   */
  public ConflictException(ErrorCode code, String message, Object current) {
    super(code, message);
    this.current = current;
  }

  /** The state that the request collided with. */
  public Optional<Object> current() {
    return Optional.ofNullable(current);
  }
}
