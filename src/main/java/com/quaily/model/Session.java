package com.quaily.model;

import java.time.Instant;

/**
 * A login that has not ended.
 *
 * @param userAgent what the browser or client called itself; empty when it did not
 */
public record Session(
    long id,
    long userId,
    String userAgent,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
