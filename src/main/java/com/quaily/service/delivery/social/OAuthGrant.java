package com.quaily.service.delivery.social;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens that a service issued.
 *
 * @param refreshToken empty = none
 * @param expiresAt when the access token ends; empty = never
 * @param settings what the service said besides, by wire name
 */
record OAuthGrant(
    String accessToken,
    String refreshToken,
    Optional<Instant> expiresAt,
    Map<String, Object> settings) {}
