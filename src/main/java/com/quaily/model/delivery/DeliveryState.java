package com.quaily.model.delivery;

import java.util.Locale;

/** The states of a delivery. */
public enum DeliveryState {
  /** Waits for its time. */
  SCHEDULED,
  /** Messages are being handed over. */
  SENDING,
  /** Stopped until a writer resumes it. */
  PAUSED,
  /** Ended: every message was handed over, refused or skipped. */
  DELIVERED,
  /** Ended without one message that was accepted. */
  FAILED,
  /** Ended by a writer. */
  CANCELLED;

  /** The name in API responses; older clients know sendings as “processing”. */
  public String wireName() {
    return this == SENDING ? "processing" : name().toLowerCase(Locale.ROOT);
  }
}
