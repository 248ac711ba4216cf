package com.quaily.model.error;

/** The requested object does not exist, or the caller may not know that it exists. */
public final class NotFoundException extends QuailyException {
  private static final long serialVersionUID = 1L;

  public NotFoundException(ErrorCode code) {
    super(code, code.message());
  }

  public NotFoundException(ErrorCode code, String message) {
    super(code, message);
  }
}
