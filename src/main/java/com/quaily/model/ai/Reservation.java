package com.quaily.model.ai;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A part of a budget that is held for a call which is no task.
 *
 * @param id 0 before it is stored
 * @param micros in millionths of the operator's currency
 * @param expiresAt when it is given back if the call's process has not settled it
 */
public record Reservation(
    long id,
    String caller,
    @Nullable Long channelId,
    long tokens,
    long micros,
    Instant reservedAt,
    Instant expiresAt) {}
