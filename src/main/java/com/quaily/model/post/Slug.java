package com.quaily.model.post;

import java.util.regex.Pattern;

/** The rule for post slugs: 1 to 128 of {@code a-z 0-9 _ -}. */
public final class Slug {
  /** Maximum length in characters. */
  public static final int MAX_LENGTH = 128;

  private static final Pattern VALID = Pattern.compile("[a-z0-9_-]{1," + MAX_LENGTH + "}");

  private Slug() {}

  /** Whether the text is a valid slug; false for null. */
  public static boolean isValid(String slug) {
    return slug != null && VALID.matcher(slug).matches();
  }
}
