package com.quaily.model.account;

import java.time.Instant;
import java.util.List;

/**
 * A login that has not ended.
 *
 * @param apiKeyId the key that handed it on and bounds it; null when none did
 * @param grantId the grant of the application that handed it on and bounds it; null when none did
 * @param scopes what that grant allows
 * @param userAgent what the browser or client called itself; empty when it did not
 */
public record Session(
    long id,
    long userId,
    Long apiKeyId,
    Long grantId,
    List<String> scopes,
    String userAgent,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
