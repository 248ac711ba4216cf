package com.quaily.delivery.mailing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DigestTimesTest {

  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @Test
  void digestsAreDueAtSevenInTheChannelsTimeZone() {
    // Tuesday, 2026-12-01, 07:00 in Tokyo.
    Instant seven = Instant.parse("2026-11-30T22:00:00Z");

    DigestTimes before = DigestTimes.before(seven.minusMillis(1), TOKYO);
    DigestTimes after = DigestTimes.before(seven, TOKYO);

    assertEquals(LocalDate.of(2026, 11, 30), before.date());
    assertEquals(Instant.parse("2026-11-29T22:00:00Z"), before.daily());
    assertEquals(LocalDate.of(2026, 12, 1), after.date());
    assertEquals(seven, after.daily());
    assertEquals(seven, before.next());
  }

  @Test
  void weeklyDigestsAreDueOnMondays() {
    Instant monday = Instant.parse("2026-11-29T22:00:00Z");

    assertEquals(monday, DigestTimes.before(monday, TOKYO).weekly());
    assertEquals(monday, DigestTimes.before(Instant.parse("2026-12-06T21:59:59Z"), TOKYO).weekly());
    assertEquals(
        Instant.parse("2026-11-22T22:00:00Z"),
        DigestTimes.before(monday.minusMillis(1), TOKYO).weekly());
  }

  @Test
  void anHourThatTheClocksSkipIsNoObstacle() {
    ZoneId samoa = ZoneId.of("Pacific/Apia");
    // 2011-12-30 did not exist there.
    Instant later = Instant.parse("2011-12-31T20:00:00Z");

    assertEquals(LocalDate.of(2012, 1, 1), DigestTimes.before(later, samoa).date());
  }
}
