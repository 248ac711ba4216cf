package com.quaily.model.subscription;

import java.time.Instant;
import java.util.UUID;

/**
 * A reader's confirmed subscription to a channel.
 *
 * @param type {@link #FREE} or the name of a plan
 * @param paidExpiry when a plan ends; null = never, or there is none
 * @param traceId the id in the reader's unsubscribe links
 * @param confirmedAt when the reader confirmed by email
 */
public record Subscription(
    long id,
    long userId,
    long channelId,
    String type,
    Instant paidExpiry,
    boolean emailEnabled,
    UUID traceId,
    Instant confirmedAt,
    Instant createdAt,
    Instant updatedAt) {

  /** The type of free subscriptions. */
  public static final String FREE = "free";

  /** Whether the reader has an active plan. */
  public boolean isPremium(Instant now) {
    return !type.equals(FREE) && (paidExpiry == null || paidExpiry.isAfter(now));
  }
}
