package com.quaily.page.markdown;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;

/** Collects HTML and rejects output that grows far beyond the source. */
final class BoundedOutput implements Appendable {
  private static final int ALWAYS_ALLOWED = 2_000_000;
  private static final int PER_CHARACTER = 60;

  private final StringBuilder html;
  private final long most;

  BoundedOutput(int sourceLength) {
    this.html = new StringBuilder(Math.min(sourceLength * 2 + 64, 1 << 20));
    this.most = ALWAYS_ALLOWED + (long) PER_CHARACTER * sourceLength;
  }

  @Override
  public Appendable append(CharSequence text) {
    checkRoom(text.length());
    html.append(text);
    return this;
  }

  @Override
  public Appendable append(CharSequence text, int start, int end) {
    checkRoom(end - start);
    html.append(text, start, end);
    return this;
  }

  @Override
  public Appendable append(char c) {
    checkRoom(1);
    html.append(c);
    return this;
  }

  private void checkRoom(int more) {
    if (html.length() + (long) more > most) {
      throw new InvalidException(
          ErrorCode.BODY_TOO_LARGE, "The text grows far too large when it is rendered.");
    }
  }

  @Override
  public String toString() {
    return html.toString();
  }
}
