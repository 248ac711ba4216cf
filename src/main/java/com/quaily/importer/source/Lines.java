package com.quaily.importer.source;

import java.util.Arrays;

/** Maps positions in a text to line numbers. */
public final class Lines {
  private final int[] starts;

  private Lines(int[] starts) {
    this.starts = starts;
  }

  public static Lines of(String text) {
    int[] starts = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
      starts[line++] = i + 1;
    }
    return new Lines(starts);
  }

  /** The first position of a line, counted from 1. */
  public int start(int line) {
    return starts[line - 1];
  }

  /** The line of the position, counted from 1. */
  public int at(int position) {
    int found = Arrays.binarySearch(starts, position);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
