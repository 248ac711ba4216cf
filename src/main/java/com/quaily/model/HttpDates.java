package com.quaily.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP dates (RFC 9110, section 5.6.7), to the second. */
public final class HttpDates {

  private static final DateTimeFormatter PREFERRED =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final List<DateTimeFormatter> ALL =
      List.of(
          // One digit for a day is wrong, but common: Java's own formatter writes it.
          DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
              .withZone(ZoneOffset.UTC),
          new DateTimeFormatterBuilder()
              .appendPattern("EEEE, dd-MMM-")
              .appendValueReduced(ChronoField.YEAR, 2, 2, 1970)
              .appendPattern(" HH:mm:ss 'GMT'")
              .toFormatter(Locale.ENGLISH)
              .withZone(ZoneOffset.UTC),
          DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
              .withZone(ZoneOffset.UTC));

  private HttpDates() {}

  public static String format(Instant time) {
    return PREFERRED.format(time);
  }

  /** Parses the preferred format and the two obsolete ones; empty for anything else. */
  public static Optional<Instant> parse(String text) {
    for (DateTimeFormatter formatter : ALL) {
      try {
        return Optional.of(formatter.parse(text, Instant::from));
      } catch (DateTimeException notThisForm) {
        // Try the next format.
      }
    }
    return Optional.empty();
  }
}
