package com.quaily.model.subscription;

/**
 * An address that an import cannot add to a channel.
 *
 * @param suppressed whether only the address's owner can subscribe it again; otherwise it
 *     subscribes already
 */
public record KnownAddress(String email, boolean suppressed) {}
