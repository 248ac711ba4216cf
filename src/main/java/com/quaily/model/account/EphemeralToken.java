package com.quaily.model.account;

/**
 * What a token says that hands a login on to another origin.
 *
 * @param origin the one where it may be used
 * @param apiKeyId the key that its maker had; null when none
 * @param grantId the grant of the application that made it; null when none did
 */
public record EphemeralToken(long userId, String origin, Long apiKeyId, Long grantId) {}
