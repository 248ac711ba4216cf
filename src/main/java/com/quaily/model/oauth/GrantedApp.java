package com.quaily.model.oauth;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An application and what a user allows it.
 *
 * @param appId the OAuth client id
 * @param scopes their wire names
 * @param createdAt the first consent
 * @param lastUsedAt within the hour; null = not used yet
 */
public record GrantedApp(
    UUID appId,
    String name,
    String displayName,
    String url,
    String avatarImageUrl,
    List<String> scopes,
    Instant createdAt,
    Instant lastUsedAt) {}
