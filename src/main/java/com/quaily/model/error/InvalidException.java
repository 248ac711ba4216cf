package com.quaily.model.error;

import java.util.Optional;

/** The input breaks a rule; names the field where there is one. */
public final class InvalidException extends QuailyException {
  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidException(ErrorCode code, String message) {
    super(code, message);
    this.field = null;
  }

  /**
   * @param field the wire name of the field at fault
   * @param message what would be right, in a sentence
   */
  public InvalidException(ErrorCode code, String field, String message) {
    super(code, field + ": " + message);
    this.field = field;
  }

  /** The wire name of the field at fault. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
