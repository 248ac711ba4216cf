package com.quaily.model.account;

import java.time.Instant;

/**
 * An emailed code that is neither used nor expired.
 *
 * @param codeHash SHA-256 of the six digits and the address
 * @param attempts failed attempts so far
 */
@SuppressWarnings("ArrayRecordComponent") // compared only with MessageDigest.isEqual
public record LoginCode(long id, byte[] codeHash, int attempts, Instant createdAt) {}
