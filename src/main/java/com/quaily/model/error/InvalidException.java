package com.quaily.model.error;

import java.util.Optional;

/** The input is invalid; names the field if there is one. */
public final class InvalidException extends QuailyException {
  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidException(ErrorCode code, String message) {
    super(code, message);
    this.field = null;
  }

  /**
   * @param field the wire name of the invalid field
   * @param message what a valid value looks like
   */
  public InvalidException(ErrorCode code, String field, String message) {
    super(code, field + ": " + message);
    this.field = field;
  }

  /** The wire name of the invalid field. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
