package com.quaily.routing;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * A whole answer: status, headers and body. Immutable and shared: the answers to hits are made once
 * and sent to everybody.
 */
public final class PageResponse {

  private final int status;
  private final List<Header> headers;
  private final PageBody body;

  /** What a transport made of this answer to send it faster; see {@link #prepared}. */
  private volatile Object prepared;

  PageResponse(int status, List<Header> headers, PageBody body) {
    this.status = status;
    this.headers = List.copyOf(headers);
    this.body = body;
  }

  public int status() {
    return status;
  }

  /** All header fields, {@code Content-Length} among them where there is a body. */
  public List<Header> headers() {
    return headers;
  }

  /**
   * The body to send unless the request was a HEAD: a read-only buffer of the caller's own over
   * shared bytes.
   */
  public ByteBuffer body() {
    return body.open();
  }

  int length() {
    return body.length();
  }

  /**
   * What the one transport that calls this has made of the answer, made at most a few times and
   * then kept with it.
   *
   * @param prepare makes it, free of side effects
   */
  @SuppressWarnings("unchecked")
  public <T> T prepared(Function<PageResponse, T> prepare) {
    Object known = prepared;
    if (known == null) {
      known = prepare.apply(this);
      prepared = known;
    }
    return (T) known;
  }
}
