package com.quaily.model.delivery;

import java.time.Instant;

/**
 * A recipient in a delivery's report.
 *
 * @param reply the server's own words; empty if there were none
 * @param updatedAt when the state was reached
 */
public record DeliveryRecipient(
    long userId,
    String email,
    MessageState state,
    Fault fault,
    String reply,
    String transport,
    int attempts,
    Instant dueAt,
    Instant updatedAt) {}
