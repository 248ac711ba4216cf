package com.quaily.routing.cache;

import java.nio.ByteBuffer;

/**
 * The bytes of a response, shared by all clients that receive them.
 *
 * <p>They start on the heap, which is cheapest for rare pages, and move to direct memory once they
 * are requested often. The kernel sends direct memory without a copy.
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

  /** A body with these bytes, which must not change any more. */
  static PageBody of(byte[] content) {
    return of(ByteBuffer.wrap(content));
  }

  /** A body with the buffer's content, which must not change any more. */
  static PageBody of(ByteBuffer content) {
    return new PageBody(content.asReadOnlyBuffer());
  }

  int length() {
    return length;
  }

  /** The bytes, read-only, with an independent position. */
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
