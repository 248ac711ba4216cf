package com.quaily.page.typography;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Replaces typewriter punctuation in English text: {@code "…"} and {@code '…'} become curly quotes
 * and apostrophes, {@code --} an en dash, {@code ---} an em dash, {@code ...} an ellipsis. Inches,
 * feet, command line options, host names and attributes stay as they are.
 *
 * <p>An object processes the pieces of one paragraph in reading order, so that a quote can close in
 * another piece than it opened in. Not thread-safe.
 */
public final class SmartPunctuation {

  /** Stands before the first and after the last character of a paragraph. */
  public static final char EDGE = ' ';

  private static final char DOUBLE = '"';
  private static final char SINGLE = '\'';
  private static final char APOSTROPHE = '’';

  /** Words and numbers that begin with an apostrophe. */
  private static final Pattern ELISION =
      Pattern.compile(
          "(?:tis|twas|twere|twill|em|til|cause|bout|round|cuz|nuff|neath|\\d\\ds?)(?![\\p{L}\\p{N}'’])"
              + "|n['’](?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE);

  private static final int LONGEST_ELISION = 8;

  private final QuotePairs pairs = new QuotePairs();
  private char last = EDGE;

  /** Whether text in this language is changed: in English, whatever the region. */
  public static boolean appliesTo(String lang) {
    return Locale.forLanguageTag(lang).getLanguage().equals("en");
  }

  /** A whole text, such as a title; unchanged unless the language is English. */
  public static String of(String text, String lang) {
    return appliesTo(lang) ? new SmartPunctuation().apply(text, EDGE, EDGE) : text;
  }

  /**
   * The next piece of the paragraph.
   *
   * @param before the character in front of the piece
   * @param after the character behind it
   */
  public String apply(String text, char before, char after) {
    // A quote in front belongs to the piece processed last, which may have replaced it.
    char previous = isStraight(before) ? last : before;
    StringBuilder out = new StringBuilder(text.length() + 8);
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end = endOfRun(text, i);
      char next = end < text.length() ? text.charAt(end) : after;
      switch (c) {
        case DOUBLE -> out.append(pairs.doubleQuote(previous, next));
        case SINGLE -> out.append(single(text, i, previous, next));
        case '-' -> out.append(dash(text, i, end, previous, next));
        case '.' -> out.append(dots(end - i, previous, next));
        default -> out.append(c);
      }
      i = end;
      previous = out.charAt(out.length() - 1);
    }
    last = previous;
    return out.toString();
  }

  /** The end of the run of hyphens or dots at a position; other characters stand alone. */
  private static int endOfRun(String text, int begin) {
    char c = text.charAt(begin);
    int end = begin + 1;
    while ((c == '-' || c == '.') && end < text.length() && text.charAt(end) == c) {
      end++;
    }
    return end;
  }

  private char single(String text, int at, char previous, char next) {
    int end = Math.min(text.length(), at + 1 + LONGEST_ELISION);
    boolean elided =
        QuotePairs.opensAfter(previous) && ELISION.matcher(text.substring(at + 1, end)).lookingAt();
    return elided ? APOSTROPHE : pairs.singleQuote(previous, next);
  }

  private static String dash(String text, int begin, int end, char previous, char next) {
    String hyphens = text.substring(begin, end);
    boolean arrow = "<!|=".indexOf(previous) >= 0 || ">|=".indexOf(next) >= 0;
    boolean balanced = isSpace(previous) == isSpace(next);
    return switch (hyphens.length()) {
      case 2 -> arrow || !balanced || isInCode(text, begin) ? hyphens : "–";
      case 3 -> arrow || isInCode(text, begin) ? hyphens : "—";
      default -> hyphens;
    };
  }

  private static String dots(int count, char previous, char next) {
    boolean path = previous == '/' || next == '/' || next == '\\';
    boolean argument = "([,".indexOf(previous) >= 0 && (Character.isLetter(next) || next == '$');
    return switch (count) {
      case 3 -> path || argument ? "..." : "…";
      case 4 -> path ? "...." : "….";
      default -> ".".repeat(count);
    };
  }

  /** Whether the word around a position is an address, a host name or an identifier. */
  private static boolean isInCode(String text, int at) {
    int begin = at;
    while (begin > 0 && at - begin < 100 && !isSpace(text.charAt(begin - 1))) {
      begin--;
    }
    int end = at;
    while (end < text.length() && end - at < 100 && !isSpace(text.charAt(end))) {
      end++;
    }
    String word = text.substring(begin, end).toLowerCase(Locale.ROOT);
    return word.contains("://")
        || word.contains("xn--")
        || word.contains("www.")
        || word.indexOf('_') >= 0
        || word.indexOf('\\') >= 0;
  }

  private static boolean isStraight(char c) {
    return c == DOUBLE || c == SINGLE;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
