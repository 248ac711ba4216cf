package com.quaily.page;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text, for descriptions where the writer gave none. */
final class Excerpt {

  private static final int SCAN = 20;

  private Excerpt() {}

  /**
   * The plain text that an article begins with.
   *
   * @param html sanitised markup
   * @param length at most so many characters, with an ellipsis when something is left out
   */
  static String of(String html, int length) {
    return shorten(plain(html, length * SCAN), length);
  }

  /** A text cut at the end of a word. */
  static String shorten(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    int end = words.preceding(length);
    return text.substring(0, end > length / 2 ? end : length - 1).strip() + "…";
  }

  private static String plain(String html, int scan) {
    StringBuilder text = new StringBuilder();
    int end = Math.min(html.length(), scan);
    int i = 0;
    while (i < end) {
      char c = html.charAt(i);
      if (c == '<') {
        i = afterTag(html, i);
        blank(text);
      } else if (c == '&') {
        i = entity(html, i, text);
      } else {
        i++;
        if (Character.isWhitespace(c)) {
          blank(text);
        } else {
          text.append(c);
        }
      }
    }
    return text.toString().strip();
  }

  /** Skips a tag; of elements that hold no prose, everything up to their end. */
  private static int afterTag(String html, int start) {
    for (String element : new String[] {"pre", "math", "style", "figure", "table"}) {
      if (html.startsWith(element, start + 1)) {
        int close = html.indexOf("</" + element + ">", start);
        return close < 0 ? html.length() : close + element.length() + 3;
      }
    }
    int close = html.indexOf('>', start);
    return close < 0 ? html.length() : close + 1;
  }

  private static int entity(String html, int start, StringBuilder text) {
    int end = html.indexOf(';', start);
    if (end < 0 || end > start + 10) {
      text.append('&');
      return start + 1;
    }
    text.append(decode(html.substring(start + 1, end)));
    return end + 1;
  }

  private static String decode(String name) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "nbsp" -> " ";
      default -> name.matches("#x?[0-9a-fA-F]{1,6}") ? decodeNumber(name) : "";
    };
  }

  private static String decodeNumber(String name) {
    boolean hexadecimal = name.charAt(1) == 'x';
    if (!hexadecimal && !name.matches("#\\d+")) {
      return "";
    }
    int codePoint = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
    return Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : "";
  }

  private static void blank(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
    }
  }
}
