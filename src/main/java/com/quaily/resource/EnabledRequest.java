package com.quaily.resource;

import com.quaily.model.ErrorCode;
import com.quaily.model.InvalidException;

/** A body that switches something on or off. */
public record EnabledRequest(Boolean enabled) {

  /**
   * @throws InvalidException when the body says neither
   */
  static boolean require(EnabledRequest body) {
    Boolean enabled = Bodies.require(body).enabled();
    if (enabled == null) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, "enabled", "true or false is needed");
    }
    return enabled;
  }
}
