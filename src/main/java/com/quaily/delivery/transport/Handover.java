package com.quaily.delivery.transport;

import com.quaily.model.delivery.Fault;
import java.time.Duration;

/**
 * What became of handing over an email.
 *
 * @param reply the server's own words on one line, shortened; empty if there were none
 * @param transport the name of the transport
 * @param pause how long a server that deferred the email asks to wait; zero = it does not say
 */
public record Handover(
    Outcome outcome, Fault fault, String reply, String transport, Duration pause) {

  /** The end of one that does not say how long to wait. */
  public Handover(Outcome outcome, Fault fault, String reply, String transport) {
    this(outcome, fault, reply, transport, Duration.ZERO);
  }

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
