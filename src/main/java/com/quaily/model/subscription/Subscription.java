package com.quaily.model.subscription;

import java.time.Instant;
import java.util.UUID;

/**
 * A reader's confirmed subscription to a channel.
 *
 * @param type {@link #FREE} or the name of a plan
 * @param paidExpiry when a plan ends; null = never, or there is none
 * @param traceId the id in the reader's unsubscribe links
 * @param name what the channel's owner called the reader; empty when nothing
 * @param selfConfirmed whether the reader confirmed the subscription, and so is known to the
 *     channel
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
    String name,
    boolean selfConfirmed,
    Instant confirmedAt,
    Instant createdAt,
    Instant updatedAt) {

  /** The type of free subscriptions. */
  public static final String FREE = "free";

  /** Above all ids of users. */
  private static final long CONTACT = 1L << 52;

  /**
   * The id of the reader for the channel's writers. For readers who have not confirmed themselves
   * it is not the user's: it would tell who has the address.
   */
  public long memberId() {
    return selfConfirmed ? userId : CONTACT + id;
  }

  /** The id of the subscription in a {@link #memberId} that is not a user's; 0 when it is. */
  public static long contact(long memberId) {
    return memberId > CONTACT ? memberId - CONTACT : 0;
  }

  /**
   * This subscription after another one of the reader was moved here: with the plan that ends last,
   * and everything that is known of the reader.
   */
  public Subscription joinedBy(Subscription moved, Instant now) {
    boolean better = !isPremium(now) || (moved.isPremium(now) && endsBefore(moved));
    Subscription plan = better ? moved : this;
    return new Subscription(
        id,
        userId,
        channelId,
        plan.type,
        plan.paidExpiry,
        moved.emailEnabled,
        traceId,
        name.isEmpty() ? moved.name : name,
        selfConfirmed || moved.selfConfirmed,
        confirmedAt,
        createdAt,
        now);
  }

  private boolean endsBefore(Subscription other) {
    return paidExpiry != null
        && (other.paidExpiry == null || paidExpiry.isBefore(other.paidExpiry));
  }

  /** Whether the reader has an active plan. */
  public boolean isPremium(Instant now) {
    return !type.equals(FREE) && (paidExpiry == null || paidExpiry.isAfter(now));
  }
}
