package com.quaily.delivery.transport;

import com.quaily.model.delivery.Fault;

/**
 * What became of handing over an email.
 *
 * @param reply the server's own words on one line, shortened; empty if there were none
 * @param transport the name of the transport
 */
public record Handover(Outcome outcome, Fault fault, String reply, String transport) {

  /** The kinds of ends. */
  public enum Outcome {
    /** The server took over the email. */
    ACCEPTED,
    /** The server refused it for good. */
    REFUSED,
    /** The server refused it for now. */
    DEFERRED,
    /** The email was written to its end and no answer came. */
    UNCERTAIN,
    /** The transport does not work for any email at the moment; nothing was sent. */
    UNAVAILABLE
  }
}
