package com.quaily.delivery.sending;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ResultWriterTest {

  private final AtomicInteger attempts = new AtomicInteger();

  private void failOnce() {
    if (attempts.incrementAndGet() == 1) {
      throw new UnavailableException(ErrorCode.DATABASE_UNAVAILABLE, "away");
    }
  }

  @Test
  void aResultIsWrittenOnceTheDatabaseIsBack() {
    ResultWriter.write(this::failOnce, () -> false);
    assertEquals(2, attempts.get());
  }

  @Test
  void theEndOfTheProgramEndsTheAttempts() {
    ResultWriter.write(this::failOnce, () -> true);
    assertEquals(1, attempts.get());
  }
}
