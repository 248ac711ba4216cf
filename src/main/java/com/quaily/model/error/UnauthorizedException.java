package com.quaily.model.error;

/** The caller must authenticate first. */
public final class UnauthorizedException extends QuailyException {
  private static final long serialVersionUID = 1L;

  public UnauthorizedException(ErrorCode code) {
    super(code, code.message());
  }

  public UnauthorizedException(ErrorCode code, String message) {
    super(code, message);
  }
}
