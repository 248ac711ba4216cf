package com.quaily.resource;

import com.quaily.model.ErrorCode;
import com.quaily.model.InvalidException;

/** Bodies of requests. */
final class Bodies {

  private Bodies() {}

  /**
   * @throws InvalidException when the request had none, or only {@code null}
   */
  static <T> T require(T body) {
    if (body == null) {
      throw new InvalidException(ErrorCode.BODY_REQUIRED, ErrorCode.BODY_REQUIRED.message());
    }
    return body;
  }
}
