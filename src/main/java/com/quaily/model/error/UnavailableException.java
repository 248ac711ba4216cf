package com.quaily.model.error;

/** Something that this request needs cannot be reached at the moment; trying again is right. */
public final class UnavailableException extends QuailyException {
  private static final long serialVersionUID = 1L;

  public UnavailableException(ErrorCode code, Throwable cause) {
    super(code, code.message(), cause);
  }

  public UnavailableException(ErrorCode code, String message) {
    super(code, message);
  }
}
