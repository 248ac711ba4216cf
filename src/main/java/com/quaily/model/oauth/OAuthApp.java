package com.quaily.model.oauth;

import java.time.Instant;
import java.util.UUID;

/**
 * An OAuth application.
 *
 * @param appId the OAuth client id
 * @param userId the user who registered it; null when it is built in
 * @param redirectUri where codes are sent; a path is relative to the site
 * @param trusted whether it may request every scope
 * @param confidential whether it has a client secret and must authenticate with it
 * @param accessValidity how long an access token is valid, in seconds
 * @param refreshValidity how long a refresh token is valid, in seconds
 * @param subjectSalt makes its user ids differ from those of other applications
 */
public record OAuthApp(
    long id,
    UUID appId,
    Long userId,
    String name,
    String displayName,
    String redirectUri,
    String url,
    String avatarImageUrl,
    int status,
    boolean trusted,
    boolean confidential,
    int accessValidity,
    int refreshValidity,
    UUID subjectSalt,
    Instant createdAt,
    Instant updatedAt) {}
