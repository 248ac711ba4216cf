package com.quaily.model.oauth;

import java.time.Instant;
import java.util.List;

/**
 * A token pair, found by its refresh token.
 *
 * @param scopes their wire names
 * @param usedAt when it was exchanged for the next pair; null when it was not
 */
public record OAuthToken(
    long id,
    long grantId,
    long appId,
    List<String> scopes,
    Instant refreshExpiresAt,
    Instant usedAt) {}
