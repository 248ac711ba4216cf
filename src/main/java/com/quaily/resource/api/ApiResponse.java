package com.quaily.resource.api;

import java.time.Instant;

/**
 * The body of every successful response.
 *
 * @param data the result; null when there is none
 * @param ts time of the response in Unix seconds
 */
public record ApiResponse<T>(T data, long ts) {

  public static <T> ApiResponse<T> of(T data) {
    return new ApiResponse<>(data, Instant.now().getEpochSecond());
  }

  /** A response without a result. */
  public static ApiResponse<Void> done() {
    return of(null);
  }
}
