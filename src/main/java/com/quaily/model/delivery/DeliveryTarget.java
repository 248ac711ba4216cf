package com.quaily.model.delivery;

import java.time.Instant;

/**
 * A delivery's message to a service other than email.
 *
 * @param service such as {@code telegram}
 * @param reply the service's own words; empty if there were none
 * @param address the message's public address; empty if it has none
 */
public record DeliveryTarget(
    long taskId,
    long channelId,
    long postId,
    String service,
    MessageState state,
    int attempts,
    String reply,
    String address,
    Instant updatedAt) {}
