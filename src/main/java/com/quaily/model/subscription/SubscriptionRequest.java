package com.quaily.model.subscription;

import java.time.Instant;

/**
 * Somebody's wish to subscribe, waiting for the answer to the confirmation mail.
 *
 * @param form the address of the page whose form was sent; empty when unknown
 */
public record SubscriptionRequest(
    long channelId,
    String email,
    String language,
    String form,
    Instant createdAt,
    Instant expiresAt) {}
