package com.quaily.model.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * One event for one webhook.
 *
 * @param type of the event
 * @param body JSON, as it is sent
 * @param deliveredAt null = it has not arrived
 * @param nextAt the next attempt; null = none, it arrived or was given up
 * @param status of the last response; 0 = there was none
 * @param reply the last response, or what failed, shortened
 * @param attemptedAt null = not tried yet
 */
public record WebhookDelivery(
    long id,
    long webhookId,
    UUID eventId,
    String type,
    String body,
    int attempts,
    Instant deliveredAt,
    Instant nextAt,
    int status,
    String reply,
    Instant attemptedAt,
    Instant createdAt) {}
