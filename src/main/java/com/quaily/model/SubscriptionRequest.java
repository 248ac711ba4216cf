package com.quaily.model;

import java.time.Instant;

/** Somebody's wish to subscribe, waiting for the answer to the confirmation mail. */
public record SubscriptionRequest(
    long channelId, String email, String language, Instant createdAt, Instant expiresAt) {}
