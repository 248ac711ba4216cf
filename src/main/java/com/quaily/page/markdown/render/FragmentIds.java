package com.quaily.page.markdown.render;

import java.util.Locale;

/**
 * Generates fragment ids. They consist of letters, digits and hyphens. The page's own ids contain
 * an underscore, so headings cannot collide with them.
 */
public final class FragmentIds {
  private static final int LONGEST = 80;
  private static final String FALLBACK = "section";

  private FragmentIds() {}

  /** Lower case; spaces become hyphens; letters and digits of any script are kept. */
  public static String of(String text) {
    StringBuilder id = new StringBuilder();
    String lower = text.strip().toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length() && id.length() < LONGEST; ) {
      int c = lower.codePointAt(i);
      if (Character.isLetterOrDigit(c) || isMark(c)) {
        id.appendCodePoint(c);
      } else if ((Character.isWhitespace(c) || c == '-' || c == '_' || c == '\u3000')
          && id.length() > 0
          && id.charAt(id.length() - 1) != '-') {
        id.append('-');
      }
      i += Character.charCount(c);
    }
    while (id.length() > 0 && id.charAt(id.length() - 1) == '-') {
      id.setLength(id.length() - 1);
    }
    return id.length() == 0 ? FALLBACK : id.toString();
  }

  /** A unique id for each label, for footnotes; keeps letters, digits and hyphens. */
  public static String encoded(String label) {
    StringBuilder id = new StringBuilder();
    label
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || c == '-') {
                id.appendCodePoint(c);
              } else {
                id.append('-').append(Integer.toHexString(c));
              }
            });
    return id.toString();
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }
}
