package com.quaily.routing.cache;

import com.quaily.routing.http.Header;
import com.quaily.routing.http.HeaderGroup;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A complete response: status, headers and body. Immutable and shared: the responses to cache hits
 * are built once and sent to everyone.
 */
public final class PageResponse {

  private final int status;
  private final List<HeaderGroup> headerGroups;
  private final PageBody body;

  PageResponse(int status, List<Header> headers, PageBody body) {
    this(status, HeaderGroup.NONE, headers, body);
  }

  /**
   * A response.
   *
   * @param shared its first headers, which other responses share
   * @param own the other headers
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
   * All header fields, including {@code Content-Length} if there is a body; a name is in at most
   * one group.
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

  /** The body to send unless the request was a HEAD: a read-only view of shared bytes. */
  public ByteBuffer body() {
    return body.open();
  }

  public int length() {
    return body.length();
  }
}
