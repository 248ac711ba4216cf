package com.quaily.model.error;

/** A failure that a client is told about, with its code of the registry. */
public abstract class QuailyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;

  protected QuailyException(ErrorCode code, String message) {
    super(message);
    this.code = code;
  }

  protected QuailyException(ErrorCode code, String message, Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public ErrorCode code() {
    return code;
  }
}
