package com.quaily.model.oauth;

import java.time.Instant;
import java.util.List;

/**
 * What an access token permits.
 *
 * @param scopes their wire names
 * @param lastAccessAt about when it was last used; null = never
 */
public record OAuthAccess(long grantId, long userId, List<String> scopes, Instant lastAccessAt) {}
