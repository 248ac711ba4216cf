package com.quaily.model;

import java.time.Instant;

/**
 * A subscriber as an export tells of them.
 *
 * @param confirmedAt when they confirmed by mail: the evidence of their consent
 */
public record ExportedSubscriber(
    long userId,
    String email,
    String name,
    String type,
    boolean emailEnabled,
    Instant confirmedAt,
    Instant createdAt) {}
