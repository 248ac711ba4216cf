package com.quaily.delivery.mail;

/** Hands mail over to whoever carries it. Safe for use by many threads. */
public interface Mailer {

  /**
   * Returns once the mail is accepted for delivery.
   *
   * @throws com.quaily.model.error.UnavailableException when it was not
   */
  void send(OutgoingMail mail);
}
