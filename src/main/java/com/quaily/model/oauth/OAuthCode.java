package com.quaily.model.oauth;

import java.time.Instant;
import java.util.List;

/**
 * An authorization code.
 *
 * @param scopes their wire names
 * @param codeChallenge of RFC 7636; empty when the application sent none
 * @param codeChallengeMethod {@code S256}, {@code plain} or empty
 * @param grantId the resulting grant; null while the code is unused
 */
public record OAuthCode(
    long appId,
    long userId,
    List<String> scopes,
    String redirectUri,
    String codeChallenge,
    String codeChallengeMethod,
    Instant expiresAt,
    Long grantId) {}
