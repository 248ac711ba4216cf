package com.quaily.model.account;

import java.time.Instant;

/**
 * The content of a token that transfers a login to another origin.
 *
 * @param origin the origin where it can be used
 * @param apiKeyId the creator's API key; null when none
 * @param loggedInAt when the creator's session logged in; null when it was no session
 * @param grantId the grant of the application that created it; null when none did
 */
public record EphemeralToken(
    long userId, String origin, Long apiKeyId, Long grantId, Instant loggedInAt) {}
