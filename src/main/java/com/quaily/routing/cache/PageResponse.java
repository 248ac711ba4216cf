package com.quaily.routing.cache;

import com.quaily.routing.http.Header;
import com.quaily.routing.http.HeaderGroup;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole answer: status, headers and body. Immutable and shared: the answers to hits are made once
 * and sent to everybody.
 */
public final class PageResponse {

  private final int status;
  private final List<HeaderGroup> headerGroups;
  private final PageBody body;

  PageResponse(int status, List<Header> headers, PageBody body) {
    this(status, HeaderGroup.NONE, headers, body);
  }

  /**
   * An answer.
   *
   * @param shared the first of its headers, which other answers have as well
   * @param own the others
   */
  PageResponse(int status, HeaderGroup shared, List<Header> own, PageBody body) {
    this.status = status;
    this.headerGroups = List.of(shared, new HeaderGroup(own));
    this.body = body;
  }

  public int status() {
    return status;
  }

  /**
   * All header fields, {@code Content-Length} among them where there is a body; a name is in one
   * group at most.
   */
  public List<HeaderGroup> headerGroups() {
    return headerGroups;
  }

  /** The fields of all groups. */
  public List<Header> headers() {
    List<Header> all = new ArrayList<>();
    headerGroups.forEach(group -> all.addAll(group.headers()));
    return all;
  }

  /**
   * The body to send unless the request was a HEAD: a read-only buffer of the caller's own over
   * shared bytes.
   */
  public ByteBuffer body() {
    return body.open();
  }

  public int length() {
    return body.length();
  }
}
