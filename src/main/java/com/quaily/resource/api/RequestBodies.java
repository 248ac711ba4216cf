package com.quaily.resource.api;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;

/** Checks of request bodies. */
public final class RequestBodies {

  private RequestBodies() {}

  /**
   * @throws InvalidException when the request has no body, or only {@code null}
   */
  public static <T> T require(T body) {
    if (body == null) {
      throw new InvalidException(ErrorCode.BODY_REQUIRED, ErrorCode.BODY_REQUIRED.message());
    }
    return body;
  }
}
