package com.quaily.importer.rewrite;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text between the parentheses of a link.
 *
 * @param url as written, without angle brackets and backslashes
 * @param size from {@code =300x200} after it; empty when none
 * @param title with its quotes; empty when none
 * @param end the position after the closing parenthesis
 */
record InlineDestination(String url, String size, String title, int end) {
  // Also limits the search for an end, so that many brackets do not take quadratic time.
  private static final int MAX_LENGTH = 4000;
  private static final Pattern ANGLE =
      Pattern.compile("\\s*<([^<>\n]{0,1999})>([^\n)]{0,1999})\\)");
  private static final Pattern TEMPLATE =
      Pattern.compile(
          "\\s*((?:\\{\\{[^\n]{0,999}?\\}\\}|\\{%[^\n]{0,999}?%\\})[^\\s)\"]{0,999})([^\n)]{0,999})\\)");
  private static final Pattern TITLE =
      Pattern.compile(
          "(.*?)(?:\\s+(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'|\\([^()]*\\)))?\\s*",
          Pattern.DOTALL);
  private static final Pattern SIZE =
      Pattern.compile("(.*?)\\s{1,99}=(\\d+)?(x\\d*)?", Pattern.DOTALL);
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\p{Punct}])");

  /**
   * Parses a destination; more lenient than CommonMark, because editors also write paths with
   * spaces.
   *
   * @param start the position after the opening parenthesis
   */
  static Optional<InlineDestination> at(String text, int start) {
    int limit = Math.min(text.length(), start + MAX_LENGTH);
    for (Pattern form : new Pattern[] {ANGLE, TEMPLATE}) {
      Matcher matcher = form.matcher(text).region(start, limit);
      if (matcher.lookingAt()) {
        return Optional.of(of(matcher.group(1), matcher.group(2), matcher.end()));
      }
    }
    int close = closing(text, start, limit);
    return close < 0
        ? Optional.empty()
        : Optional.of(of("", text.substring(start, close), close + 1));
  }

  private static InlineDestination of(String bracketed, String rest, int end) {
    Matcher parts = TITLE.matcher(rest);
    if (!parts.matches()) {
      throw new IllegalStateException("Every text may end in a title or not");
    }
    String url = bracketed + parts.group(1).strip();
    String title = parts.group(2) == null ? "" : parts.group(2);
    Matcher sized = SIZE.matcher(url);
    if (sized.matches() && sized.group(2) != null) {
      String height = sized.group(3) == null || sized.group(3).length() < 2 ? "" : sized.group(3);
      return new InlineDestination(unescape(sized.group(1)), sized.group(2) + height, title, end);
    }
    return new InlineDestination(unescape(url), "", title, end);
  }

  private static int closing(String text, int start, int limit) {
    int depth = 0;
    for (int i = start; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        return -1;
      } else if (c == '\\') {
        i++;
      } else if (c == '"' && i > start && text.charAt(i - 1) == ' ') {
        i = closingQuote(text, i, limit);
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The end of a title that starts here; the same position if it does not end on its line. */
  private static int closingQuote(String text, int start, int limit) {
    String rest = text.substring(start + 1, limit);
    int quote = rest.indexOf('"');
    int line = rest.indexOf('\n');
    return quote >= 0 && (line < 0 || quote < line) ? start + 1 + quote : start;
  }

  private static String unescape(String url) {
    return ESCAPE.matcher(url).replaceAll("$1");
  }
}
