package com.quaily.model;

import java.time.Instant;
import java.util.UUID;

/**
 * A reader's confirmed wish to receive a channel.
 *
 * @param type {@code free} or the name of a plan
 * @param traceId what the reader's unsubscribe links carry
 * @param confirmedAt when the reader confirmed by mail
 */
public record Subscription(
    long id,
    long userId,
    long channelId,
    String type,
    boolean emailEnabled,
    UUID traceId,
    Instant confirmedAt,
    Instant createdAt,
    Instant updatedAt) {}
