package com.quaily.routing.http;

import java.util.function.UnaryOperator;

/**
 * The parts of a request that decide how a page is sent. Header values are null when not sent:
 * these objects are created for every request, and eight Optionals would be most of their cost.
 *
 * @param head whether it is a HEAD request
 * @param query the raw query without the question mark, or null
 */
public record RequestFields(
    boolean head,
    String query,
    String acceptEncoding,
    String ifNoneMatch,
    String ifModifiedSince,
    String range,
    String ifRange,
    String ifMatch,
    String ifUnmodifiedSince) {

  /**
   * Reads the fields.
   *
   * @param headers returns the value of a header or null
   */
  public static RequestFields read(String method, String query, UnaryOperator<String> headers) {
    return new RequestFields(
        method.equals("HEAD"),
        query,
        headers.apply("Accept-Encoding"),
        headers.apply("If-None-Match"),
        headers.apply("If-Modified-Since"),
        headers.apply("Range"),
        headers.apply("If-Range"),
        headers.apply("If-Match"),
        headers.apply("If-Unmodified-Since"));
  }
}
