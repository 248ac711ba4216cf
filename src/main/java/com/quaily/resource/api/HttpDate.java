package com.quaily.resource.api;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** A date in an HTTP header, with a resolution of one second. */
public record HttpDate(Instant instant) {

  /** What one looks like. */
  public static final String EXAMPLE = "Sun, 01 Nov 2026 09:30:00 GMT";

  /** Called by JAX-RS. */
  public static HttpDate valueOf(String text) {
    try {
      return new HttpDate(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "If-Unmodified-Since", "must be a date such as " + EXAMPLE);
    }
  }

  /** The last moment of its second. */
  public Instant end() {
    return instant.plusNanos(999_999_999);
  }
}
