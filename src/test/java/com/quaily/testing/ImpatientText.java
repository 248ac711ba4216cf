package com.quaily.testing;

/**
 * A text that can be read so many times only, because a regular expression cannot be interrupted.
 */
public final class ImpatientText implements CharSequence {

  private final String text;
  private final long most;
  private long reads;

  /**
   * @param times how often each character may be read, on average
   */
  public ImpatientText(String text, int times) {
    this.text = text;
    this.most = (long) text.length() * times;
  }

  /**
   * @throws IllegalStateException after too many reads
   */
  @Override
  public char charAt(int index) {
    reads++;
    if (reads > most) {
      throw new IllegalStateException("read too often");
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
