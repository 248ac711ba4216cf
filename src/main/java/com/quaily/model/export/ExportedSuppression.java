package com.quaily.model.export;

import com.quaily.model.subscription.SuppressionReason;
import java.time.Instant;

/** An address in an export that only its owner can subscribe again. */
public record ExportedSuppression(String email, SuppressionReason reason, Instant createdAt) {}
