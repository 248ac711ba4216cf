package com.quaily.resource.api;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;

/** Ids in query parameters. */
public final class QueryIds {

  private QueryIds() {}

  /**
   * @throws InvalidException when it is missing or not an id
   */
  public static long require(String field, String text) {
    if (text == null || text.isEmpty()) {
      throw new InvalidException(ErrorCode.MISSING_FIELD, field, "must not be empty");
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, field, "must be a number");
    }
    return Long.parseLong(text);
  }
}
