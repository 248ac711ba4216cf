package com.quaily.model.oauth;

import java.time.Instant;
import java.util.UUID;

/**
 * An application that can act for people who allow it to.
 *
 * @param appId what OAuth calls the client id
 * @param userId whoever registered it; null when it came with the program
 * @param redirectUri where codes are sent; a path is one of the site's own
 * @param trusted whether it may be allowed everything
 * @param confidential whether it can keep a secret, and therefore has to show it
 * @param subjectSalt makes its names for people unlike those of other applications
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
    UUID subjectSalt,
    Instant createdAt,
    Instant updatedAt) {}
