package com.quaily.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests the correct spelling. */
final class Spelling {

  private Spelling() {}

  /**
   * The most likely intended path: one with the same last part in another section, else one that
   * differs in a few letters.
   */
  static Optional<String> nearest(String path, Collection<String> candidates) {
    String last = path.substring(path.lastIndexOf('.') + 1);
    Optional<String> elsewhere =
        candidates.stream()
            .filter(other -> other.endsWith("." + last) || other.equals(last))
            .min(Comparator.comparingInt(other -> distance(path, other)));
    return elsewhere.or(
        () ->
            candidates.stream()
                .filter(other -> distance(path, other) <= Math.max(2, last.length() / 3))
                .min(Comparator.comparingInt(other -> distance(path, other))));
  }

  /** The number of letters to insert, delete or replace. */
  private static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] current = new int[right.length() + 1];
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[right.length()];
  }
}
