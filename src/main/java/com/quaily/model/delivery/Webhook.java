package com.quaily.model.delivery;

import java.time.Instant;
import java.util.List;

/**
 * An address that a channel's owner wants to be told at.
 *
 * @param secret encrypted
 * @param events the types of events that it receives
 * @param active whether it receives anything
 * @param message why it was switched off; empty when it was not, or its owner did it
 */
public record Webhook(
    long id,
    long channelId,
    String url,
    String secret,
    List<String> events,
    boolean active,
    String message,
    Instant createdAt,
    Instant updatedAt) {}
