package com.quaily.page.markdown;

import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Refuses blocks of text whose emphasis, links or images could nest so deeply that the library's
 * recursion would overflow the stack. It counts, for every place, the signs before it that may open
 * and those after it that may close: no nesting can be deeper than the smaller of the two.
 */
final class NestingBound {
  private static final int DEEPEST = 1500;
  private static final String SIGNS = "*_~=[]";

  private NestingBound() {}

  static void check(SourceLines lines) {
    int closersAhead = count(lines, Integer.MAX_VALUE, 0);
    if (closersAhead > DEEPEST) {
      count(lines, DEEPEST, closersAhead);
    }
  }

  /**
   * Counts the closers.
   *
   * @param deepest the nesting that is refused when it is exceeded
   * @param closers how many there are in all, when that is already known
   */
  private static int count(SourceLines lines, int deepest, int closers) {
    int closed = 0;
    int opened = 0;
    for (SourceLine line : lines.getLines()) {
      CharSequence content = line.getContent();
      for (int i = 0; i < content.length(); i++) {
        char c = content.charAt(i);
        if (SIGNS.indexOf(c) < 0 || isInsideWord(content, i)) {
          continue;
        }
        opened += c == '[' || (c != ']' && hasText(content, i + 1)) ? 1 : 0;
        closed += c == ']' || (c != '[' && i > 0 && hasText(content, i - 1)) ? 1 : 0;
        if (Math.min(opened, closers - closed) > deepest) {
          throw DepthCheck.tooDeep();
        }
      }
    }
    return closed;
  }

  private static boolean hasText(CharSequence content, int index) {
    return index < content.length() && content.charAt(index) > ' ';
  }

  /** An underscore between two letters can neither open nor close. */
  private static boolean isInsideWord(CharSequence content, int i) {
    return content.charAt(i) == '_'
        && i > 0
        && i + 1 < content.length()
        && Character.isLetterOrDigit(content.charAt(i - 1))
        && Character.isLetterOrDigit(content.charAt(i + 1));
  }
}
