package com.quaily.importer.source;

import java.util.regex.Pattern;

/** Converts between Markdown and plain text, for titles and link texts. */
public final class PlainText {
  private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]{0,999})\\]\\([^)]{0,999}\\)");
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]{0,999})\\]\\([^)]{0,999}\\)");
  private static final Pattern WIKI =
      Pattern.compile("!?\\[\\[(?:[^\\]|]{0,499}+\\|)?+([^\\]|]{1,499}+)\\]\\]");
  private static final Pattern ATTRIBUTES = Pattern.compile("\\s{0,99}\\{[:#.][^}]{0,999}\\}\\s*$");
  private static final Pattern MARKS =
      Pattern.compile(
          "`+|\\*{1,3}(?=\\S)|(?<=\\S)\\*{1,3}|~~|==|(?<!\\w)_+|_+(?!\\w)|<[^>]{0,999}>");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\p{Punct}])");
  private static final Pattern SPECIAL = Pattern.compile("[\\\\\\[\\]*_`<~]");

  private PlainText() {}

  /** The visible text of a line of Markdown, accurate enough for a title. */
  public static String of(String markdown) {
    String text = ATTRIBUTES.matcher(markdown).replaceAll("");
    text = IMAGE.matcher(text).replaceAll("$1");
    text = LINK.matcher(text).replaceAll("$1");
    text = WIKI.matcher(text).replaceAll("$1");
    text = MARKS.matcher(text).replaceAll("");
    return ESCAPE.matcher(text).replaceAll("$1").strip();
  }

  /** Markdown that shows a text literally. */
  public static String escape(String text) {
    return SPECIAL.matcher(text).replaceAll("\\\\$0");
  }
}
