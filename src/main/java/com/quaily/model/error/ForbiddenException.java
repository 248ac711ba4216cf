package com.quaily.model.error;

/** The caller is authenticated but lacks permission. */
public final class ForbiddenException extends QuailyException {
  private static final long serialVersionUID = 1L;

  public ForbiddenException(ErrorCode code) {
    super(code, code.message());
  }

  public ForbiddenException(ErrorCode code, String message) {
    super(code, message);
  }
}
