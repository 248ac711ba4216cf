package com.quaily.model.ai;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all schedulers know about a proxy.
 *
 * @param coolUntil gets no task before
 * @param rateHits consecutive answers of kind {@link Outcome#RATE}
 * @param reason why it cools or cooled; null after a success
 * @param updatedAt when it began to cool
 */
public record ProxyState(
    String name,
    @Nullable Instant coolUntil,
    int rateHits,
    @Nullable String reason,
    Instant updatedAt) {

  /** How long it was to cool; zero when it was not to. */
  public Duration pause() {
    return coolUntil == null ? Duration.ZERO : Duration.between(updatedAt, coolUntil);
  }
}
