package com.quaily.model.subscription;

import java.time.Instant;
import java.util.UUID;

/**
 * A consent record: what a reader agreed to, when and how. The proof of a subscription.
 *
 * @param traceId of the subscription
 * @param form the URL of the page with the form; empty when there was none or it is unknown
 * @param requestedAt when the reader asked; for email subscriptions, before the confirmation
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
    /** Requested with an address and confirmed through the email sent there. */
    DOUBLE_OPT_IN,
    /** By a logged-in user. */
    ACCOUNT,
    /** Through a link in an email. */
    LINK,
    /** The channel's owner imported the address and is responsible for the consent. */
    IMPORT,
    /** By a writer of the channel. */
    WRITER,
    /** Moved from another channel of the same writers. */
    TRANSFER
  }
}
