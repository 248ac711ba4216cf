package com.quaily.delivery.transport;

import java.util.concurrent.atomic.LongAdder;

/** Counts the emails that another transport hands over. Thread-safe. */
public final class CountedTransport implements MailTransport {

  private final MailTransport transport;
  private final LongAdder sent = new LongAdder();
  private final LongAdder failed = new LongAdder();

  public CountedTransport(MailTransport transport) {
    this.transport = transport;
  }

  @Override
  public String name() {
    return transport.name();
  }

  @Override
  public Handover send(Envelope mail) {
    Handover handover = transport.send(mail);
    (handover.outcome() == Handover.Outcome.ACCEPTED ? sent : failed).increment();
    return handover;
  }

  /** How many emails were accepted. */
  public long sent() {
    return sent.sum();
  }

  /** How many times an email was not accepted. */
  public long failed() {
    return failed.sum();
  }

  @Override
  public void close() {
    transport.close();
  }
}
