package com.quaily.command;

import java.io.PrintStream;

/**
 * Shows the progress of a long operation: an updated line on a terminal, otherwise a line every ten
 * seconds.
 */
final class ProgressLine {

  private static final long TERMINAL_NANOS = 100_000_000L;
  private static final long LOG_NANOS = 10_000_000_000L;
  private static final int WIDTH = 30;

  private final PrintStream out = System.err;
  private final String name;
  private final long total;
  private final boolean terminal = Terminal.isAttached();
  private final long started = System.nanoTime();
  private long shown = started;
  private long done;

  ProgressLine(String name, long total) {
    this.name = name;
    this.total = total;
  }

  void show(long count) {
    done = count;
    long now = System.nanoTime();
    if (now - shown >= (terminal ? TERMINAL_NANOS : LOG_NANOS)) {
      shown = now;
      print(terminal ? "\r" : "", terminal ? "" : "\n");
    }
  }

  /** The final line, with the elapsed time. */
  void end() {
    print(terminal ? "\r" : "", "\n");
  }

  private void print(String before, String after) {
    double part = total == 0 ? 1 : Math.min(1, (double) done / total);
    int filled = (int) Math.round(part * WIDTH);
    double seconds = (System.nanoTime() - started) / 1e9;
    out.printf(
        "%s%s [%s%s] %d/%d pages, %.1f s%s",
        before,
        name,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        done,
        Math.max(total, done),
        seconds,
        after);
    out.flush();
  }
}
