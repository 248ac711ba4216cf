package com.quaily.model.oauth;

import java.util.List;

/**
 * What an access token permits.
 *
 * @param scopes their wire names
 */
public record OAuthAccess(long grantId, long userId, List<String> scopes) {}
