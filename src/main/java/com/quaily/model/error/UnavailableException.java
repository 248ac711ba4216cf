package com.quaily.model.error;

/** A required service cannot be reached at the moment; the client should retry. */
public final class UnavailableException extends QuailyException {
  private static final long serialVersionUID = 1L;

  public UnavailableException(ErrorCode code, Throwable cause) {
    super(code, code.message(), cause);
  }

  public UnavailableException(ErrorCode code, String message) {
    super(code, message);
  }
}
