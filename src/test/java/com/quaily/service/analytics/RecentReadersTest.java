package com.quaily.service.analytics;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RecentReadersTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T23:59:00Z"));
  private final RecentReaders underTest = new RecentReaders(clock);

  @Test
  void aReaderCountsOnceForEachPost() {
    assertTrue(underTest.isFirst("VIEW\n1", "192.0.2.1\nFirefox"));
    assertFalse(underTest.isFirst("VIEW\n1", "192.0.2.1\nFirefox"));
    assertTrue(underTest.isFirst("VIEW\n2", "192.0.2.1\nFirefox"));
    assertTrue(underTest.isFirst("READ\n1", "192.0.2.1\nFirefox"));
    assertTrue(underTest.isFirst("VIEW\n1", "192.0.2.2\nFirefox"));
  }

  @Test
  void aNetworkHasThirtyReadersOfAPostHoweverManyBrowsersItPretendsToBe() {
    for (int i = 0; i < 30; i++) {
      assertTrue(underTest.isAmongFew("VIEW\n1", "2001:db8::" + (i + 1)));
    }

    assertFalse(underTest.isAmongFew("VIEW\n1", "2001:db8::ffff"));
    assertTrue(underTest.isAmongFew("VIEW\n2", "2001:db8::1"));
    assertTrue(underTest.isAmongFew("VIEW\n1", "2001:db8:0:1::1"));
    assertTrue(underTest.isAmongFew("VIEW\n1", "192.0.2.1"));
  }

  @Test
  void readersAreNotRecognizedTheNextDay() {
    assertTrue(underTest.isFirst("VIEW\n1", "192.0.2.1\nFirefox"));
    clock.advance(Duration.ofMinutes(2));

    assertTrue(underTest.isFirst("VIEW\n1", "192.0.2.1\nFirefox"));
  }
}
