package com.quaily.model.ai;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all schedulers know about a proxy.
 *
 * @param coolUntil gets no task before
 * @param rateHits consecutive answers of kind {@link Outcome#RATE}
 * @param reason why it cools
 */
public record ProxyState(
    String name, @Nullable Instant coolUntil, int rateHits, @Nullable String reason) {}
