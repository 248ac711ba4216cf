package com.quaily.model.account;

import java.time.Instant;

/**
 * An API key of a user.
 *
 * @param masked the displayable form of the key, for example {@code QK-ab…yz}
 */
public record ApiKey(
    long id, long userId, String name, String masked, Instant createdAt, Instant updatedAt) {}
