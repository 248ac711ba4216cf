package com.quaily.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.metrics.RequestMeters.Answers;
import com.quaily.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorRateTest {

  private final SettableClock clock = new SettableClock(Instant.parse("2026-05-04T09:30:00Z"));
  private Answers answers = new Answers(0, 0);
  private final ErrorRate underTest = new ErrorRate(() -> answers, clock);

  private Optional<String> after(int minutes, long all, long errors) {
    clock.advance(Duration.ofMinutes(minutes));
    answers = new Answers(answers.all() + all, answers.errors() + errors);
    return underTest.tooHigh();
  }

  @Test
  void moreThanOneInAHundredIsTooHigh() {
    assertEquals(Optional.empty(), after(0, 0, 0));
    assertEquals(Optional.empty(), after(1, 2_000, 20));
    assertEquals(Optional.of("30 of 2100"), after(1, 100, 10));
  }

  @Test
  void fewErrorsAreNoPattern() {
    assertEquals(Optional.empty(), after(0, 0, 0));
    assertEquals(Optional.empty(), after(1, 9, 9));
  }

  @Test
  void errorsAreForgottenAfterFiveMinutes() {
    assertEquals(Optional.empty(), after(0, 0, 0));
    assertEquals(Optional.of("50 of 100"), after(1, 100, 50));
    assertEquals(Optional.of("50 of 110"), after(4, 10, 0));
    assertEquals(Optional.empty(), after(2, 10, 0));
  }

  @Test
  void errorsBeforeTheFirstLookDoNotCount() {
    assertEquals(Optional.empty(), after(0, 1_000, 1_000));
  }
}
