package com.quaily.page.markdown;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;

/**
 * Limits tables that grow far beyond their source: every row is filled up to the width of the
 * header, so a few kilobytes could produce millions of cells.
 */
final class TableLimit {
  private static final long MOST_CELLS = 200_000;

  private TableLimit() {}

  static void check(String source) {
    long cells = 0;
    long columns = 0;
    int start = 0;
    while (start < source.length()) {
      int end = start;
      while (end < source.length() && source.charAt(end) != '\n' && source.charAt(end) != '\r') {
        end++;
      }
      boolean afterCarriageReturn = end == start && end > 0 && source.charAt(end - 1) == '\r';
      if (isBlank(source, start, end) && !afterCarriageReturn) {
        columns = 0;
      } else {
        columns = Math.max(columns, delimiterColumns(source, start, end));
        cells += columns;
      }
      start = end + 1;
    }
    if (cells > MOST_CELLS) {
      throw new InvalidException(
          ErrorCode.BODY_TOO_LARGE, "The tables have more than " + MOST_CELLS + " cells.");
    }
  }

  private static boolean isBlank(String source, int start, int end) {
    for (int i = start; i < end; i++) {
      if (source.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }

  /** The number of columns in a line such as {@code |---|:-:|}; 0 for any other line. */
  private static int delimiterColumns(String source, int start, int end) {
    int bars = 0;
    for (int i = start; i < end; i++) {
      char c = source.charAt(i);
      if (c == '|') {
        bars++;
      } else if (" \t-:>*+0123456789.)".indexOf(c) < 0) {
        return 0;
      }
    }
    return bars == 0 ? 0 : bars + 1;
  }
}
