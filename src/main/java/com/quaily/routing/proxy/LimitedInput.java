package com.quaily.routing.proxy;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once it has returned more bytes than allowed. */
final class LimitedInput extends FilterInputStream {

  private final long limit;
  private long given;

  LimitedInput(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  /** Whether it failed because it was too long; other threads may call it after the failure. */
  synchronized boolean isExceeded() {
    return given > limit;
  }

  @Override
  public int read() throws IOException {
    int octet = in.read();
    count(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    count(Math.max(0, count));
    return count;
  }

  private synchronized void count(int bytes) throws IOException {
    given += bytes;
    if (given > limit) {
      throw new IOException("The body is longer than " + limit + " bytes");
    }
  }
}
