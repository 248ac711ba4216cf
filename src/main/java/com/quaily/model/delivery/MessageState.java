package com.quaily.model.delivery;

import java.util.Locale;

/** The states of one message: of an email to one recipient, or of a post to another service. */
public enum MessageState {
  /** Waits for its turn, or for another attempt. */
  QUEUED,
  /** Is being handed over. */
  SUBMITTING,
  /** A server accepted it. */
  SENT,
  /** A server refused it for good. */
  FAILED,
  /** Handed over without an answer: it may have been accepted. Never sent again by itself. */
  UNCERTAIN,
  /** Not sent, because the recipient must not get it. */
  SKIPPED;

  /** The name in API responses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
