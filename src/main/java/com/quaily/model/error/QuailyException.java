package com.quaily.model.error;

/** An error that is reported to the client with its code. */
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
