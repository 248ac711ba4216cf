package com.quaily.model;

import java.time.Instant;

/** An address that nobody but its owner may subscribe again, as an export shows it. */
public record ExportedSuppression(String email, SuppressionReason reason, Instant createdAt) {}
