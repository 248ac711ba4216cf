package com.quaily.service.delivery.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private final RetrySchedule underTest = new RetrySchedule(new Random(7));

  @Test
  void pausesGrowAndEndAfterTenAttempts() {
    Duration before = Duration.ZERO;
    for (int attempts = 1; attempts <= 9; attempts++) {
      Duration pause = underTest.pauseAfter(attempts).orElseThrow();
      assertTrue(pause.compareTo(before) > 0, attempts + ": " + pause);
      before = pause;
    }

    assertEquals(Optional.empty(), underTest.pauseAfter(10));
  }

  @Test
  void pausesAreNotShorterThanPlannedAndDiffer() {
    Duration first = underTest.pauseAfter(2).orElseThrow();
    Duration second = underTest.pauseAfter(2).orElseThrow();

    assertTrue(first.compareTo(Duration.ofMinutes(5)) >= 0, first.toString());
    assertTrue(first.compareTo(Duration.ofMinutes(6)) <= 0, first.toString());
    assertTrue(!first.equals(second), first.toString());
  }
}
