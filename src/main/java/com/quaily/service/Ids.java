package com.quaily.service;

import java.util.Optional;

/** Numeric ids in paths, where a slug may stand as well. */
final class Ids {

  private static final int MAX_DIGITS = 18;

  private Ids() {}

  /** The id, if the text is nothing but digits. */
  static Optional<Long> parse(String text) {
    boolean numeric =
        !text.isEmpty()
            && text.length() <= MAX_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return numeric ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
