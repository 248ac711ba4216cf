package com.quaily.model.subscription;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody wished about a channel, when, and by which way; the proof of a subscription.
 *
 * @param traceId of the subscription that it is about
 * @param form the address of the page whose form was sent; empty when there was none or it is
 *     unknown
 * @param requestedAt when they asked; for a subscription by mail this is before they confirmed
 * @param createdAt when it took effect
 */
public record Consent(
    long channelId,
    long userId,
    UUID traceId,
    Act act,
    Method method,
    String form,
    Instant requestedAt,
    Instant createdAt) {

  /** What happened. */
  public enum Act {
    SUBSCRIBED,
    UNSUBSCRIBED
  }

  /** How it happened. */
  public enum Method {
    /** Asked for with an address, and confirmed by the mail that was sent there. */
    DOUBLE_OPT_IN,
    /** By somebody who was logged in. */
    ACCOUNT,
    /** By the link of a mail. */
    LINK,
    /** The channel's owner brought the address along and answers for the consent. */
    IMPORT,
    /** Somebody who writes for the channel. */
    WRITER,
    /** Moved from another channel of the same people. */
    TRANSFER
  }
}
