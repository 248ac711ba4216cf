package com.quaily.model.subscription;

import java.time.Instant;

/**
 * An address that gets no posts of a channel by email.
 *
 * @param detail the words of the server that reported it; empty if none did
 */
public record SuppressedAddress(
    String email, SuppressionReason reason, String detail, Instant createdAt) {}
