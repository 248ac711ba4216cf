package com.quaily.importer.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Reckons with relative paths as text, without asking the disk. */
final class RelativePaths {

  private RelativePaths() {}

  /**
   * A path as seen from a folder, {@code .} and {@code ..} resolved; empty when it leads above the
   * root.
   */
  static Optional<String> join(String folder, String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : (folder + "/" + path).split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          return Optional.empty();
        }
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  /** How many steps up and down lead from one folder to the other. */
  static int distance(String from, String to) {
    String[] a = from.isEmpty() ? new String[0] : from.split("/");
    String[] b = to.isEmpty() ? new String[0] : to.split("/");
    int common = 0;
    while (common < Math.min(a.length, b.length) && a[common].equals(b[common])) {
      common++;
    }
    return a.length + b.length - 2 * common;
  }
}
