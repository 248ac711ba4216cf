package com.quaily.model.delivery;

import java.util.Locale;

/** What emails to single readers are for. */
public enum MailingKind {
  /** The posts since the reader's last digest. */
  DIGEST,
  /** Greets a reader who confirmed the subscription. */
  WELCOME,
  /** One of the emails that new readers get one after another. */
  SEQUENCE,
  /** A changed post, for those who got the old version. */
  CORRECTION,
  /** Tells a reader that a plan has ended. */
  EXPIRY,
  /** Tells the owner of a new paying subscriber. */
  PREMIUM,
  /** Tells the owner what a day brought. */
  REPORT;

  /** Whether it goes to the channel's owner, subscribed or not. */
  public boolean isForOwner() {
    return this == PREMIUM || this == REPORT;
  }

  /** The name in headers and API responses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
