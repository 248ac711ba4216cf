package com.quaily.delivery.sending;

import com.quaily.model.error.UnavailableException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what became of messages. What was sent must not be forgotten. */
final class ResultWriter {

  private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);

  private ResultWriter() {}

  /**
   * Executes a statement; tries again each second until the database is back.
   *
   * @param closed ends the attempts
   */
  static void write(Runnable statement, BooleanSupplier closed) {
    boolean written = false;
    while (!written) {
      try {
        statement.run();
        written = true;
      } catch (UnavailableException e) {
        LOG.warn("the result of a message is not recorded yet: {}", e.getMessage());
        written = closed.getAsBoolean() || !pause();
      }
    }
  }

  /** Whether the whole time passed. */
  private static boolean pause() {
    try {
      TimeUnit.SECONDS.sleep(1);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
