package com.quaily.resource.api;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Reads times in requests. */
public final class RequestTimes {

  private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:?\\d\\d$");

  private RequestTimes() {}

  /**
   * A time in a request; null when none is given.
   *
   * @param text RFC 3339
   * @param zone used if the text has no zone
   */
  public static Instant parse(String field, String text, ZoneId zone) {
    if (text == null || text.isBlank()) {
      return null;
    }
    // More precise than the database; the response would differ from what is read later.
    return parsed(field, text.strip(), zone).truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant parsed(String field, String value, ZoneId zone) {
    try {
      if (value.length() == 10) {
        return LocalDate.parse(value).atStartOfDay(zone).toInstant();
      }
      String iso = value.replace(' ', 'T');
      boolean zoned = iso.endsWith("Z") || iso.endsWith("z") || OFFSET.matcher(iso).find();
      return zoned
          ? OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2")).toInstant()
          : LocalDateTime.parse(iso).atZone(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, field, "must be a time such as 2026-01-31T09:30:00Z");
    }
  }
}
