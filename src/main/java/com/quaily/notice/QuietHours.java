package com.quaily.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of each day in which only alerts are sent.
 *
 * @param begin the first minute; can be later than the end, across midnight
 * @param end the first minute after them
 */
public record QuietHours(LocalTime begin, LocalTime end, ZoneId zone) {

  /**
   * Reads {@code 22:00-07:00}.
   *
   * @throws java.time.format.DateTimeParseException when it is something else
   * @throws IllegalArgumentException when there are not two times
   */
  public static QuietHours parse(String text, ZoneId zone) {
    String[] times = text.split("-", -1);
    if (times.length != 2) {
      throw new IllegalArgumentException("must be like 22:00-07:00");
    }
    return new QuietHours(
        LocalTime.parse(times[0].strip()), LocalTime.parse(times[1].strip()), zone);
  }

  /** The given moment, or the end of the quiet hours that it is in. */
  Instant firstLoud(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean acrossMidnight = begin.isAfter(end);
    boolean isQuiet =
        acrossMidnight
            ? !time.isBefore(begin) || time.isBefore(end)
            : !time.isBefore(begin) && time.isBefore(end);
    if (!isQuiet) {
      return moment;
    }
    ZonedDateTime today = local.with(end);
    return (today.isAfter(local) ? today : local.plusDays(1).with(end)).toInstant();
  }

  @Override
  public String toString() {
    return begin + "-" + end + " " + zone;
  }
}
