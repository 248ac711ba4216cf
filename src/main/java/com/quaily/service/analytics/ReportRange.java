package com.quaily.service.analytics;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/**
 * The period of a report, both days included, in UTC.
 *
 * @param period {@code day}, {@code week} or {@code month}
 */
public record ReportRange(LocalDate first, LocalDate last, String period) {

  private static final int DEFAULT_DAYS = 30;
  private static final Set<String> PERIODS = Set.of("day", "week", "month");

  /**
   * Parses a client's parameters: dates or times; by default the last 30 days by day.
   *
   * @throws InvalidException when they are invalid
   */
  public static ReportRange of(String start, String end, String granularity, LocalDate today) {
    LocalDate last = isEmpty(end) ? today : date("end_date", end);
    LocalDate first = isEmpty(start) ? last.minusDays(DEFAULT_DAYS - 1) : date("start_date", start);
    String period = isEmpty(granularity) ? "day" : granularity;
    if (!PERIODS.contains(period)) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "granularity", "must be day, week or month");
    }
    if (first.isAfter(last)) {
      throw new InvalidException(ErrorCode.INVALID_FIELD, "start_date", "is after end_date");
    }
    if (ChronoUnit.DAYS.between(first, last) >= Limits.REPORT_DAYS) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD,
          "start_date",
          "is more than " + Limits.REPORT_DAYS + " days before end_date");
    }
    return new ReportRange(first, last, period);
  }

  private static boolean isEmpty(String text) {
    return text == null || text.isEmpty();
  }

  private static LocalDate date(String field, String text) {
    try {
      LocalDate date =
          text.length() > 10
              ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
              : LocalDate.parse(text);
      if (date.getYear() >= 1970 && date.getYear() < 10_000) {
        return date;
      }
    } catch (DateTimeParseException e) {
      throw wrong(field);
    }
    throw wrong(field);
  }

  private static InvalidException wrong(String field) {
    return new InvalidException(
        ErrorCode.INVALID_FIELD, field, "must be a date such as 2026-01-31, not before 1970");
  }
}
