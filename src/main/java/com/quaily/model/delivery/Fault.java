package com.quaily.model.delivery;

import java.util.Locale;

/** Why a message was not sent, or not yet. */
public enum Fault {
  NONE,
  /** There is no such mailbox, or it is closed. */
  MAILBOX_NOT_FOUND,
  /** The domain does not exist or takes no email. */
  DNS_ERROR,
  MAILBOX_FULL,
  /** Refused by the receiver's policy: the sender's reputation, its DNS records, or the content. */
  POLICY_REJECTED,
  /** The address bounced for good or its owner complained; nothing is sent to it. */
  SUPPRESSED,
  /** The reader ended the subscription or switched email off. */
  UNSUBSCRIBED,
  /** The reader wants no emails until a date. */
  PAUSED,
  /** The reader wants posts with other tags only. */
  OTHER_TAGS,
  /** The reader gets the post with the next digest. */
  DIGEST,
  /** The receiver asked to try later. */
  TEMPORARY_DEFERRED,
  /** Nothing could be sent, because no server could be reached. */
  CONNECTION_FAILURE,
  /** Our mail server does not accept mail from us. */
  RELAY_DENIED,
  /** It was tried for too long. */
  TOO_OLD,
  MESSAGE_TOO_LARGE,
  /** Something in this program or in a server is wrong. */
  SYSTEM_ERROR,
  OTHER;

  /** The name in API responses; empty for {@link #NONE}. */
  public String wireName() {
    return this == NONE ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** Whether the address itself is wrong, so that nothing will ever arrive there. */
  public boolean isHard() {
    return this == MAILBOX_NOT_FOUND || this == DNS_ERROR;
  }
}
