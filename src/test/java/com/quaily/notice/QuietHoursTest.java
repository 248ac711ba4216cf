package com.quaily.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 2026-05-04T21:59:00Z, 2026-05-04T21:59:00Z",
    "22:00-07:00, 2026-05-04T22:00:00Z, 2026-05-05T07:00:00Z",
    "22:00-07:00, 2026-05-05T06:59:00Z, 2026-05-05T07:00:00Z",
    "22:00-07:00, 2026-05-05T07:00:00Z, 2026-05-05T07:00:00Z",
    "12:00-13:00, 2026-05-05T11:59:00Z, 2026-05-05T11:59:00Z",
    "12:00-13:00, 2026-05-05T12:00:00Z, 2026-05-05T13:00:00Z",
    "12:00-13:00, 2026-05-05T13:00:00Z, 2026-05-05T13:00:00Z",
    "12:00-13:00, 2026-05-05T12:30:00Z, 2026-05-05T13:00:00Z",
    "12:00-13:00, 2026-05-05T23:30:00Z, 2026-05-05T23:30:00Z"
  })
  void theFirstLoudMomentIsTheEndOfTheHours(String hours, Instant moment, Instant expected) {
    assertEquals(expected, QuietHours.parse(hours, ZoneOffset.UTC).firstLoud(moment));
  }

  @Test
  void theHoursAreThoseOfTheZone() {
    QuietHours tokyo = QuietHours.parse("22:00-07:00", ZoneId.of("Asia/Tokyo"));
    assertEquals(
        Instant.parse("2026-05-04T22:00:00Z"),
        tokyo.firstLoud(Instant.parse("2026-05-04T14:00:00Z")));
  }

  @Test
  void anythingElseIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> QuietHours.parse("at night", ZoneOffset.UTC));
    assertThrows(DateTimeException.class, () -> QuietHours.parse("22-7", ZoneOffset.UTC));
  }
}
