package com.quaily.delivery.transport;

import com.quaily.delivery.mail.Outbox;
import com.quaily.delivery.transport.Handover.Outcome;
import com.quaily.model.delivery.Fault;
import com.quaily.model.error.UnavailableException;

/** Keeps emails in the outbox directory instead of sending them. */
public final class OutboxTransport implements MailTransport {

  private final Outbox outbox;

  public OutboxTransport(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public Handover send(Envelope mail) {
    try {
      outbox.keep(mail.content());
      return new Handover(Outcome.ACCEPTED, Fault.NONE, "kept in the outbox", name());
    } catch (UnavailableException e) {
      return new Handover(
          Outcome.UNAVAILABLE, Fault.SYSTEM_ERROR, Replies.line(e.getMessage()), name());
    }
  }

  @Override
  public void close() {
    // Holds nothing.
  }
}
