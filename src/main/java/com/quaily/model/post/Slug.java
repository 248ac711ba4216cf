package com.quaily.model.post;

import java.util.regex.Pattern;

/** The rule for the last part of a post's address: 1 to 128 of {@code a-z 0-9 _ -}. */
public final class Slug {
  /** The greatest length in characters. */
  public static final int MAX_LENGTH = 128;

  private static final Pattern VALID = Pattern.compile("[a-z0-9_-]{1," + MAX_LENGTH + "}");

  private Slug() {}

  /** True when the text may stand in an address as it is; false for null. */
  public static boolean isValid(String slug) {
    return slug != null && VALID.matcher(slug).matches();
  }
}
