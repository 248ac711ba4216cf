package com.quaily.resource.api;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;

/** A request body that turns something on or off. */
public record EnabledRequest(Boolean enabled) {

  /**
   * @throws InvalidException when the body contains neither
   */
  public static boolean require(EnabledRequest body) {
    Boolean enabled = RequestBodies.require(body).enabled();
    if (enabled == null) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "enabled", "must be true or false");
    }
    return enabled;
  }
}
