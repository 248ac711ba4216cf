package com.quaily.routing.cache;

import java.nio.ByteBuffer;

/**
 * The bytes of an answer, shared by everybody who is being sent them.
 *
 * <p>They begin on the heap, where what is asked for once costs least, and move to direct memory,
 * from which the kernel takes them without a copy, when they have been asked for often: a page that
 * leaves memory soon must not leave two holes in it.
 */
public final class PageBody {

  static final PageBody EMPTY = new PageBody(ByteBuffer.allocate(0));

  private static final int USES_BEFORE_MOVE = 16;

  private final int length;
  private volatile ByteBuffer bytes;

  /** Counted without locks: a lost count only delays the move. */
  private int uses;

  private PageBody(ByteBuffer bytes) {
    this.bytes = bytes;
    this.length = bytes.remaining();
  }

  /** A body of these bytes, which nobody may change from now on. */
  static PageBody of(byte[] content) {
    return of(ByteBuffer.wrap(content));
  }

  /** A body of what the buffer holds, which nobody may change from now on. */
  static PageBody of(ByteBuffer content) {
    return new PageBody(content.asReadOnlyBuffer());
  }

  int length() {
    return length;
  }

  /** The bytes, read-only, with a position of their own. */
  ByteBuffer open() {
    ByteBuffer shared = bytes;
    if (!shared.isDirect() && ++uses >= USES_BEFORE_MOVE && length > 0) {
      shared = ByteBuffer.allocateDirect(length).put(shared.duplicate()).flip().asReadOnlyBuffer();
      bytes = shared;
    }
    return shared.duplicate();
  }

  /** A body that is a part of this one and shares its bytes. */
  PageBody part(int start, int end) {
    return new PageBody(bytes.slice(start, end - start));
  }

  /** A copy of all bytes. */
  public byte[] toArray() {
    byte[] copy = new byte[length];
    bytes.duplicate().get(copy);
    return copy;
  }
}
