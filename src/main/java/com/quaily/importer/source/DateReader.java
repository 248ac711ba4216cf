package com.quaily.importer.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Parses dates in common formats. Ambiguous orders such as 3/4/2024 are rejected. */
public final class DateReader {
  private static final String TIME =
      "(?:(?:[Tt"
          + " ,]|\\s)\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9})\\d*)?)?"
          + "\\s*(?<half>[AaPp]\\.?[Mm]\\.?)?\\s*(?<zone>Z|z|[+-]\\d{1,2}(?::?\\d{2})?|\\[?[A-Za-z][A-Za-z_+/-]*\\]?)?)?";
  private static final String WEEKDAY = "(?:\\p{L}{3,9},?\\s+)?";
  private static final List<Pattern> FORMS =
      List.of(
          Pattern.compile("(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})" + TIME),
          Pattern.compile("(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})" + TIME),
          Pattern.compile(
              "(?<year>\\d{4})\\s*[年년]\\s*(?<month>\\d{1,2})\\s*[月월]\\s*(?<day>\\d{1,2})\\s*[日일号]?"
                  + TIME),
          Pattern.compile(
              WEEKDAY
                  + "(?<name>\\p{L}{3,9})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})"
                  + TIME),
          Pattern.compile(
              WEEKDAY
                  + "(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?<name>\\p{L}{3,9})\\.?,?[\\s-]+(?<year>\\d{4})"
                  + TIME));
  private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?");
  private static final Map<String, Integer> MONTHS =
      IntStream.rangeClosed(1, 12)
          .boxed()
          .collect(Collectors.toUnmodifiableMap(n -> monthName(n).substring(0, 3), n -> n));

  private final ZoneId zone;

  /**
   * @param zone for dates without one
   */
  public DateReader(ZoneId zone) {
    this.zone = zone;
  }

  /** The time in a text, midnight for a day; empty if it is not a date. */
  Optional<Instant> read(String text) {
    String date = text.strip();
    Matcher epoch = EPOCH.matcher(date);
    if (epoch.matches()) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))));
    }
    for (Pattern form : FORMS) {
      Matcher matcher = form.matcher(date);
      if (matcher.matches()) {
        return moment(matcher, form.pattern().contains("?<name>"));
      }
    }
    return Optional.empty();
  }

  private Optional<Instant> moment(Matcher matcher, boolean named) {
    try {
      int month = named ? month(matcher.group("name")) : Integer.parseInt(matcher.group("month"));
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(matcher.group("year")),
              month,
              Integer.parseInt(matcher.group("day")));
      LocalDateTime local = LocalDateTime.of(day, time(matcher));
      return Optional.of(local.atZone(zone(matcher.group("zone"))).toInstant());
    } catch (DateTimeException e) {
      // Has the form of a date, but the day, hour or zone does not exist; the caller reports it.
      return Optional.empty();
    }
  }

  private static int month(String name) {
    String key = name.toLowerCase(Locale.ROOT);
    Integer month = MONTHS.get(key.substring(0, 3));
    if (month == null || !(monthName(month).startsWith(key) || key.equals("sept"))) {
      throw new DateTimeException("Unknown month: " + name);
    }
    return month;
  }

  private static String monthName(int month) {
    return Month.of(month).name().toLowerCase(Locale.ROOT);
  }

  private static LocalTime time(Matcher matcher) {
    if (matcher.group("hour") == null) {
      return LocalTime.MIDNIGHT;
    }
    int hour = Integer.parseInt(matcher.group("hour"));
    String half = matcher.group("half");
    if (half != null) {
      if (hour < 1 || hour > 12) {
        throw new DateTimeException("Invalid hour for am or pm: " + hour);
      }
      hour = hour % 12 + (Character.toLowerCase(half.charAt(0)) == 'p' ? 12 : 0);
    }
    String second = matcher.group("second");
    String fraction = matcher.group("fraction");
    return LocalTime.of(
        hour,
        Integer.parseInt(matcher.group("minute")),
        second == null ? 0 : Integer.parseInt(second),
        fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9)));
  }

  private ZoneId zone(String name) {
    if (name == null) {
      return zone;
    }
    String bare = name.replaceAll("[\\[\\]]", "");
    if (bare.equalsIgnoreCase("z") || bare.equals("UTC") || bare.equals("GMT")) {
      return ZoneOffset.UTC;
    }
    return ZoneId.of(
        bare.matches("[+-]\\d:?\\d{2}") ? bare.charAt(0) + "0" + bare.substring(1) : bare,
        ZoneId.SHORT_IDS);
  }
}
