package com.quaily.page.markdown;

import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Rejects blocks whose emphasis, links or images could nest so deeply that the library's recursion
 * would overflow the stack. For every position it counts the signs before it that may open and
 * those after it that may close; nesting cannot exceed the smaller count.
 */
final class NestingBound {
  private static final int DEEPEST = 1500;

  private final SourceLines lines;
  private final int closers;
  private int opened;
  private int closed;

  private NestingBound(SourceLines lines, int closers) {
    this.lines = lines;
    this.closers = closers;
  }

  static void check(SourceLines lines) {
    NestingBound first = new NestingBound(lines, 0);
    first.count();
    if (Math.min(first.opened, first.closed) > DEEPEST) {
      new NestingBound(lines, first.closed).count();
    }
  }

  private void count() {
    for (SourceLine line : lines.getLines()) {
      CharSequence content = line.getContent();
      int i = 0;
      while (i < content.length()) {
        int end = i + 1;
        if (isSign(content.charAt(i))) {
          end = endOfRun(content, i);
          add(content, i, end);
        }
        i = end;
      }
    }
  }

  private void add(CharSequence content, int start, int end) {
    char sign = content.charAt(start);
    int length = end - start;
    boolean before = start > 0 && content.charAt(start - 1) > ' ';
    boolean after = end < content.length() && content.charAt(end) > ' ';
    if (sign == '[') {
      opened += length;
    } else if (sign == ']') {
      closed += length;
    } else if (!isText(content, start, end)) {
      opened += after ? length : 0;
      closed += before ? length : 0;
    }
    if (Math.min(opened, closers - closed) > DEEPEST) {
      throw DepthCheck.tooDeep();
    }
  }

  /** A single equals sign marks nothing; neither does an underscore between two letters. */
  private static boolean isText(CharSequence content, int start, int end) {
    char sign = content.charAt(start);
    return (sign == '=' && end - start == 1)
        || (sign == '_'
            && start > 0
            && end < content.length()
            && Character.isLetterOrDigit(content.charAt(start - 1))
            && Character.isLetterOrDigit(content.charAt(end)));
  }

  private static int endOfRun(CharSequence content, int start) {
    int end = start + 1;
    while (end < content.length() && content.charAt(end) == content.charAt(start)) {
      end++;
    }
    return end;
  }

  private static boolean isSign(char c) {
    return c == '*' || c == '_' || c == '[' || c == ']' || c == '=' || c == '~';
  }
}
