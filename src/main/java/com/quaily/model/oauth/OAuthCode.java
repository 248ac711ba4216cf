package com.quaily.model.oauth;

import java.time.Instant;
import java.util.List;

/**
 * A consent that waits to be exchanged for tokens.
 *
 * @param scopes their wire names
 * @param codeChallenge of RFC 7636; empty when the application brought none
 * @param codeChallengeMethod {@code S256}, {@code plain} or empty
 * @param grantId what came of it; null while it is unused
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
