package com.quaily.delivery.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

  private static final Instant NOW = Instant.parse("2026-11-30T09:00:00Z");

  private final RetryPlan underTest = new RetryPlan(Duration.ofMinutes(5), Duration.ofHours(48));

  private Duration pause(int attempts) {
    return Duration.between(NOW, underTest.next(attempts, NOW));
  }

  @Test
  void pausesDoubleUpToFourHours() {
    assertEquals(Duration.ofMinutes(5), pause(1));
    assertEquals(Duration.ofMinutes(10), pause(2));
    assertEquals(Duration.ofMinutes(160), pause(6));
    assertEquals(Duration.ofHours(4), pause(7));
    assertEquals(Duration.ofHours(4), pause(1_000));
  }

  @Test
  void aMessageIsTriedForTwoDays() {
    assertFalse(underTest.isTooOld(NOW.minus(Duration.ofHours(48)), NOW));
    assertTrue(underTest.isTooOld(NOW.minus(Duration.ofHours(49)), NOW));
    assertFalse(underTest.isTooOften(10));
    assertTrue(underTest.isTooOften(20));
  }
}
