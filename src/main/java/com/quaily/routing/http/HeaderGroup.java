package com.quaily.routing.http;

import java.util.List;
import java.util.function.Function;

/**
 * Header fields that go out together. Immutable, and equal to every other group of the same fields,
 * so that the many pages whose fields are the same can share one.
 */
public final class HeaderGroup {

  public static final HeaderGroup NONE = new HeaderGroup(List.of());

  private final List<Header> headers;

  /** What a transport made of these fields to send them faster; see {@link #prepared}. */
  private volatile Object prepared;

  public HeaderGroup(List<Header> headers) {
    this.headers = List.copyOf(headers);
  }

  /** The fields in the order in which they are sent. */
  public List<Header> headers() {
    return headers;
  }

  /**
   * What the one transport that calls this has made of the fields, made at most a few times and
   * then kept with them.
   *
   * @param prepare makes it, free of side effects
   */
  @SuppressWarnings("unchecked")
  public <T> T prepared(Function<HeaderGroup, T> prepare) {
    Object known = prepared;
    if (known == null) {
      known = prepare.apply(this);
      prepared = known;
    }
    return (T) known;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeaderGroup group && headers.equals(group.headers);
  }

  @Override
  public int hashCode() {
    return headers.hashCode();
  }
}
