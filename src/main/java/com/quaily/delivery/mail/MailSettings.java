package com.quaily.delivery.mail;

import java.time.Duration;

/**
 * How email is sent.
 *
 * @param smtpUrl {@code smtp://user:password@host:port} (STARTTLS when offered), {@code smtps://…};
 *     empty = email is written to the outbox directory
 * @param from the sender, with or without a display name
 * @param timeout for connecting and for each response of the server
 */
public record MailSettings(String smtpUrl, String from, Duration timeout) {

  /** Omits the URL, which can contain a password. */
  @Override
  public String toString() {
    return "MailSettings[from=" + from + ", timeout=" + timeout + "]";
  }
}
