package com.quaily.model.ai;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call of a proxy for a task.
 *
 * @param reservedTokens counts towards the budgets until the attempt has ended
 * @param reservedMicros in millionths of the operator's currency
 */
public record AiAttempt(
    long taskId,
    int number,
    String kind,
    @Nullable Long channelId,
    String proxy,
    String model,
    Outcome outcome,
    int reservedTokens,
    long reservedMicros,
    Instant startedAt) {}
