package com.quaily.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * A text that is readable for a while only, because a regular expression cannot be interrupted.
 * What counts is the time that the thread has worked: on a busy machine it waits much longer.
 */
public final class ImpatientText implements CharSequence {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final String text;
  private final long end;
  private int reads;

  public ImpatientText(String text, Duration patience) {
    this.text = text;
    this.end = THREADS.getCurrentThreadCpuTime() + patience.toNanos();
  }

  /**
   * @throws IllegalStateException when the time is over
   */
  @Override
  public char charAt(int index) {
    reads++;
    if ((reads & 0xffff) == 0 && THREADS.getCurrentThreadCpuTime() > end) {
      throw new IllegalStateException("read for too long");
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int stop) {
    return text.substring(start, stop);
  }

  @Override
  public String toString() {
    return text;
  }
}
