package com.quaily.delivery.mail;

import java.util.concurrent.atomic.LongAdder;

/** Counts the emails that another mailer sends. Thread-safe. */
public final class CountedMailer implements Mailer {

  private final Mailer mailer;
  private final LongAdder sent = new LongAdder();
  private final LongAdder failed = new LongAdder();

  public CountedMailer(Mailer mailer) {
    this.mailer = mailer;
  }

  @Override
  public void send(OutgoingMail mail) {
    boolean accepted = false;
    try {
      mailer.send(mail);
      accepted = true;
    } finally {
      (accepted ? sent : failed).increment();
    }
  }

  /** How many emails were accepted. */
  public long sent() {
    return sent.sum();
  }

  /** How many emails were not accepted. */
  public long failed() {
    return failed.sum();
  }
}
