package com.quaily.model.export;

import com.quaily.model.subscription.SuppressionReason;
import java.time.Instant;

/** An address that nobody but its owner may subscribe again, as an export shows it. */
public record ExportedSuppression(String email, SuppressionReason reason, Instant createdAt) {}
