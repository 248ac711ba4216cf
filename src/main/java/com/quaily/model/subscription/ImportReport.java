package com.quaily.model.subscription;

import java.util.List;
import java.util.Locale;

/**
 * What became of an import.
 *
 * @param added the number of new subscribers; for a preview, of those that there would be
 * @param refused in the order in which they were given
 */
public record ImportReport(int added, List<Refused> refused) {

  public ImportReport {
    refused = List.copyOf(refused);
  }

  /**
   * An entry that made no new subscriber.
   *
   * @param index of the entry in the request, from 0
   * @param email as given; empty when none was
   */
  public record Refused(int index, String email, Reason reason) {}

  /** Why an entry made no new subscriber. */
  public enum Reason {
    /** Not an email address. */
    INVALID,
    /** Another entry before it has the same address. */
    DUPLICATE,
    /** The address or its domain is on the channel's deny list. */
    DENIED,
    /** The reader unsubscribed, or emails to the address came back. */
    SUPPRESSED,
    /** The address subscribes already. */
    SUBSCRIBED;

    /** The name in the API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
