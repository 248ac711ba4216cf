package com.quaily.model.ai;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task to be stored; see {@link AiTask}.
 *
 * @param requestHash SHA-256 of everything that the answer depends on
 * @param idempotencyKey joins identical requests of one caller; null = always a new task
 */
public record NewAiTask(
    UUID traceId,
    String caller,
    @Nullable Long channelId,
    String kind,
    int priority,
    ModelClass modelClass,
    String request,
    byte[] requestHash,
    @Nullable String idempotencyKey,
    int inputTokens,
    int outputTokens,
    Instant deadline,
    Instant now) {}
