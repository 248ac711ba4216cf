package com.quaily.service.delivery.social;

import com.quaily.database.AdvisoryLock;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets one process at a time renew a channel's tokens. Refresh tokens can be used once; two that
 * renew at the same time would end the connection.
 */
public final class TokenLock {

  private final AdvisoryLock lock;

  public TokenLock(AdvisoryLock lock) {
    this.lock = lock;
  }

  /** Runs the work while no other process renews tokens of the channel. */
  <T> T whileHeld(long channelId, Work<T> work) throws SocialException {
    AtomicReference<T> result = new AtomicReference<>();
    AtomicReference<SocialException> failure = new AtomicReference<>();
    lock.whileHeld(
        channelId,
        () -> {
          try {
            result.set(work.run());
          } catch (SocialException e) {
            failure.set(e);
          }
        });
    if (failure.get() != null) {
      throw failure.get();
    }
    return result.get();
  }

  /** Something that a service may refuse. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws SocialException;
  }
}
