package com.quaily.model.account;

import java.time.Instant;

/**
 * A change of a user's login address that the old address can take back.
 *
 * @param oldEmail normalized
 */
public record EmailChange(long id, long userId, String oldEmail, Instant changedAt) {}
