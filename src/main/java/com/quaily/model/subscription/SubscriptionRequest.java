package com.quaily.model.subscription;

import java.time.Instant;

/**
 * A subscription request that waits for confirmation by email.
 *
 * @param form the URL of the page with the form; empty when unknown
 */
public record SubscriptionRequest(
    long channelId,
    String email,
    String language,
    String form,
    Instant createdAt,
    Instant expiresAt) {}
