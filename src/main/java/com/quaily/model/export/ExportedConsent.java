package com.quaily.model.export;

import com.quaily.model.subscription.Consent;
import java.time.Instant;

/**
 * An act of somebody who subscribes to a channel, as an export shows it: the proof that they wanted
 * it.
 *
 * @param form the address of the page whose form was sent; empty when there was none
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
