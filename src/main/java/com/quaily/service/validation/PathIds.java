package com.quaily.service.validation;

import java.util.Optional;

/** Numeric ids in paths, where a slug may stand as well. */
public final class PathIds {

  private static final int MAX_DIGITS = 18;

  private PathIds() {}

  /** The id, if the text is nothing but digits. */
  public static Optional<Long> parse(String text) {
    return isNumeric(text) && text.length() <= MAX_DIGITS
        ? Optional.of(Long.parseLong(text))
        : Optional.empty();
  }

  /** Whether the text is digits and nothing else, of an id that there can be or not. */
  static boolean isNumeric(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
