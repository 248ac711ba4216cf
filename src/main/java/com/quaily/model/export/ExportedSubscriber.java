package com.quaily.model.export;

import java.time.Instant;

/**
 * A subscriber in an export.
 *
 * @param paidExpiry when the plan ends; null when it does not, or there is none
 * @param confirmedAt when they confirmed by email: the evidence of their consent
 */
public record ExportedSubscriber(
    long userId,
    String email,
    String name,
    String type,
    Instant paidExpiry,
    boolean emailEnabled,
    Instant confirmedAt,
    Instant createdAt) {}
