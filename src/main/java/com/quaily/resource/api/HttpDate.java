package com.quaily.resource.api;

import com.quaily.model.HttpDates;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.time.Instant;

/** A date in an HTTP header, with a resolution of one second. */
public record HttpDate(Instant instant) {

  /** What one looks like. */
  public static final String EXAMPLE = "Sun, 01 Nov 2026 09:30:00 GMT";

  /** Called by JAX-RS. */
  public static HttpDate valueOf(String text) {
    return HttpDates.parse(text)
        .map(HttpDate::new)
        .orElseThrow(
            () ->
                new InvalidException(
                    ErrorCode.INVALID_FIELD,
                    "If-Unmodified-Since",
                    "must be a date such as " + EXAMPLE));
  }

  /** The last moment of its second. */
  public Instant end() {
    return instant.plusNanos(999_999_999);
  }
}
