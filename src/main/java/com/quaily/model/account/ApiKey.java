package com.quaily.model.account;

import java.time.Instant;

/**
 * A key for programs that act for a user.
 *
 * @param masked what may be shown of the key, for example {@code QK-ab…yz}
 */
public record ApiKey(
    long id, long userId, String name, String masked, Instant createdAt, Instant updatedAt) {}
