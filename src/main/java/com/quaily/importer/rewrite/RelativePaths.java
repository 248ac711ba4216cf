package com.quaily.importer.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Resolves relative paths as text, without accessing the disk. */
final class RelativePaths {

  private RelativePaths() {}

  /**
   * A path relative to a folder, with {@code .} and {@code ..} resolved; empty if it leads above
   * the root.
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

  /** The number of steps up and down from one folder to the other. */
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
