package com.quaily.delivery.mail;

/** Sends email. Thread-safe. */
public interface Mailer {

  /**
   * Returns once the email is accepted for delivery.
   *
   * @throws com.quaily.model.error.UnavailableException when it was not
   */
  void send(OutgoingMail mail);
}
