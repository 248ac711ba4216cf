package com.quaily.model.account;

import java.time.Instant;
import java.util.List;

/**
 * An active login session.
 *
 * @param apiKeyId the API key that created it and limits it; null when none did
 * @param grantId the application grant that created it and limits it; null when none did
 * @param scopes the scopes of that grant
 * @param loggedInAt when the person proved who they are; sessions that came from another one keep
 *     its time
 * @param userAgent the client's User-Agent header; empty when it sent none
 */
public record Session(
    long id,
    long userId,
    Long apiKeyId,
    Long grantId,
    List<String> scopes,
    String userAgent,
    Instant createdAt,
    Instant loggedInAt,
    Instant lastUsedAt,
    Instant expiresAt) {}
