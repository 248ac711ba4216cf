package com.quaily.service.analytics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ReadersTest {

  private Instant now = Instant.parse("2026-03-01T23:59:00Z");
  private final Readers underTest = new Readers(new SettableClock());

  @Test
  void somebodyCountsOnceForEachPost() {
    assertTrue(underTest.isFirst("VIEW\n1", "192.0.2.1\nFirefox"));
    assertFalse(underTest.isFirst("VIEW\n1", "192.0.2.1\nFirefox"));
    assertTrue(underTest.isFirst("VIEW\n2", "192.0.2.1\nFirefox"));
    assertTrue(underTest.isFirst("READ\n1", "192.0.2.1\nFirefox"));
    assertTrue(underTest.isFirst("VIEW\n1", "192.0.2.2\nFirefox"));
  }

  @Test
  void nobodyIsKnownTheNextDay() {
    assertTrue(underTest.isFirst("VIEW\n1", "192.0.2.1\nFirefox"));
    now = now.plusSeconds(120);

    assertTrue(underTest.isFirst("VIEW\n1", "192.0.2.1\nFirefox"));
  }

  private final class SettableClock extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
