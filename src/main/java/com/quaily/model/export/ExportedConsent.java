package com.quaily.model.export;

import com.quaily.model.subscription.Consent;
import java.time.Instant;

/**
 * A consent record in an export: the proof that a subscriber agreed.
 *
 * @param form the URL of the page with the form; empty when there was none
 * @param requestedAt when they asked
 * @param createdAt when it took effect
 */
public record ExportedConsent(
    long id,
    long userId,
    String email,
    Consent.Act act,
    Consent.Method method,
    String form,
    Instant requestedAt,
    Instant createdAt) {}
