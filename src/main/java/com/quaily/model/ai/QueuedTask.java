package com.quaily.model.ai;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as the operator sees it: without its texts.
 *
 * @param caller {@code key:ID} or {@code user:ID}
 * @param channelId null = of no channel
 * @param channel slug; null when there is no such channel
 * @param kind chat or the name of a prompt
 * @param status see {@link AiTask}
 * @param proxy that has it or had it last
 * @param message why it waits or failed
 */
public record QueuedTask(
    long id,
    String caller,
    @Nullable Long channelId,
    @Nullable String channel,
    String kind,
    int priority,
    int status,
    int attempts,
    @Nullable String proxy,
    @Nullable Integer errorCode,
    @Nullable String message,
    Instant dueAt,
    Instant createdAt,
    Instant updatedAt) {}
