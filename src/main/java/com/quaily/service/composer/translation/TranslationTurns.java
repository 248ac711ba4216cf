package com.quaily.service.composer.translation;

import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Translations take minutes, so only some of a worker's threads may be busy with them: the others
 * stay free for what must happen in time. Thread-safe.
 */
public final class TranslationTurns {

  /** When a translation that got no turn asks again. */
  public static final Duration ASK_AGAIN = Duration.ofSeconds(3);

  private static final int AT_ONCE = 2;

  private final Semaphore turns = new Semaphore(AT_ONCE);

  /** Runs the translation if it has a turn; otherwise does nothing. */
  public void runIfFree(Runnable translation) {
    if (turns.tryAcquire()) {
      try {
        translation.run();
      } finally {
        turns.release();
      }
    }
  }
}
