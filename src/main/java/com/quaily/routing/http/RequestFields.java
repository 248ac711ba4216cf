package com.quaily.routing.http;

import java.util.function.UnaryOperator;

/**
 * What of a request decides how a page is sent. Header values are null when they were not sent:
 * these objects are made for every request, and the six wrappers would be most of their cost.
 *
 * @param head whether only the head of the answer is wanted
 * @param query the raw query without the question mark, or null
 */
public record RequestFields(
    boolean head,
    String query,
    String acceptEncoding,
    String ifNoneMatch,
    String ifModifiedSince,
    String range,
    String ifRange) {

  /**
   * Reads the fields.
   *
   * @param headers gives the value of a header or null
   */
  public static RequestFields read(String method, String query, UnaryOperator<String> headers) {
    return new RequestFields(
        method.equals("HEAD"),
        query,
        headers.apply("Accept-Encoding"),
        headers.apply("If-None-Match"),
        headers.apply("If-Modified-Since"),
        headers.apply("Range"),
        headers.apply("If-Range"));
  }
}
