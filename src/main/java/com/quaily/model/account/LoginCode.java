package com.quaily.model.account;

import java.time.Instant;

/**
 * A mailed code that has neither been used nor expired.
 *
 * @param codeHash SHA-256 of the six digits with the address
 * @param attempts wrong tries so far
 */
@SuppressWarnings("ArrayRecordComponent") // compared through MessageDigest.isEqual only
public record LoginCode(long id, byte[] codeHash, int attempts, Instant createdAt) {}
