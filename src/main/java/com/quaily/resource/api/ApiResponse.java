package com.quaily.resource.api;

import java.time.Instant;

/**
 * The body of every answer that succeeded.
 *
 * @param data what was asked for; null when there is nothing to say
 * @param ts when it was said, in Unix seconds
 */
public record ApiResponse<T>(T data, long ts) {

  public static <T> ApiResponse<T> of(T data) {
    return new ApiResponse<>(data, Instant.now().getEpochSecond());
  }

  /** The answer of an act that has nothing to report. */
  public static ApiResponse<Void> done() {
    return of(null);
  }
}
