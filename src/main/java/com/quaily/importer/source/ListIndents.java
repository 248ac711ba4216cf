package com.quaily.importer.source;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The columns where the content of the open list items starts. Text that is indented by four more
 * is code.
 */
final class ListIndents {
  private static final int CODE = 4;
  private static final Pattern MARKER = Pattern.compile("([-*+]|\\d{1,9}[.)])(?=[ \t\n]|$)");
  private static final Pattern BREAK =
      Pattern.compile("(?:\\*[ \t]*+){3,99}+(?=\n|$)|(?:-[ \t]*+){3,99}+(?=\n|$)");

  private final String text;
  private final Deque<Integer> contents = new ArrayDeque<>();

  ListIndents(String text) {
    this.text = text;
  }

  /** Whether a line that follows a blank line, or code, is indented code. */
  boolean isCode(int lineStart) {
    int start = afterSpace(lineStart);
    int indent = column(lineStart, start);
    int content = contents.stream().filter(c -> c <= indent).findFirst().orElse(0);
    return indent >= content + CODE;
  }

  /**
   * Notes a line that is not blank and not code.
   *
   * @return where the line's own text starts, after list markers
   */
  int note(int lineStart, boolean afterBlank) {
    int start = afterSpace(lineStart);
    int indent = column(lineStart, start);
    boolean item = isMarker(start) && indent < content() + CODE;
    if (item || afterBlank) {
      while (content() > indent) {
        contents.pop();
      }
    }
    while (isMarker(start) && indent < content() + CODE) {
      Matcher marker = MARKER.matcher(text).region(start, text.length());
      marker.lookingAt();
      int end = marker.end();
      int next = afterSpace(end);
      int width = column(lineStart, next) - column(lineStart, end);
      boolean code = width > CODE;
      boolean empty = next == text.length() || text.charAt(next) == '\n';
      indent = column(lineStart, end) + (code || empty ? 1 : width);
      contents.push(indent);
      start = next;
      if (code || empty) {
        break;
      }
    }
    return start;
  }

  /** Whether the text that starts here, after a list marker, is indented code. */
  boolean isCodeAfterMarker(int lineStart, int start) {
    return !contents.isEmpty()
        && start > afterSpace(lineStart)
        && column(lineStart, start) >= content() + CODE;
  }

  private int content() {
    return contents.isEmpty() ? 0 : contents.peek();
  }

  private boolean isMarker(int position) {
    return MARKER.matcher(text).region(position, text.length()).lookingAt()
        && !BREAK.matcher(text).region(position, text.length()).lookingAt();
  }

  private int afterSpace(int position) {
    int end = position;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return end;
  }

  private int column(int lineStart, int position) {
    int column = 0;
    for (int i = lineStart; i < position; i++) {
      column = text.charAt(i) == '\t' ? (column / CODE + 1) * CODE : column + 1;
    }
    return column;
  }
}
