package com.quaily.service.validation;

import java.util.Optional;

/** Numeric ids in paths that also accept slugs. */
public final class PathIds {

  private static final int MAX_DIGITS = 18;

  private PathIds() {}

  /** The id, if the text consists of digits only. */
  public static Optional<Long> parse(String text) {
    return isNumeric(text) && text.length() <= MAX_DIGITS
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }

  /** Whether the text consists of digits only, even if no id can be that large. */
  static boolean isNumeric(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
