package com.quaily.delivery.mailing;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * When digests are due in a channel's time zone: at seven in the morning, weekly ones on Mondays.
 *
 * @param daily when the last daily digest was due
 * @param weekly when the last weekly digest was due
 * @param date the local day of {@code daily}
 * @param next when the next daily digest is due
 */
record DigestTimes(Instant daily, Instant weekly, LocalDate date, Instant next) {

  private static final LocalTime HOUR = LocalTime.of(7, 0);

  /** The last times up to now. */
  static DigestTimes before(Instant now, ZoneId zone) {
    ZonedDateTime local = now.atZone(zone);
    LocalDate today = local.toLocalDate();
    LocalDate date = local.isBefore(today.atTime(HOUR).atZone(zone)) ? today.minusDays(1) : today;
    LocalDate monday = date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return new DigestTimes(
        morning(date, zone), morning(monday, zone), date, morning(date.plusDays(1), zone));
  }

  private static Instant morning(LocalDate date, ZoneId zone) {
    return date.atTime(HOUR).atZone(zone).toInstant();
  }
}
