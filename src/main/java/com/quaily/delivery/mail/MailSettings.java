package com.quaily.delivery.mail;

import java.time.Duration;

/**
 * How mail leaves.
 *
 * @param smtpUrl {@code smtp://user:password@host:port} (STARTTLS when offered), {@code smtps://…};
 *     empty = mail is kept in the outbox directory
 * @param from the sender, with or without a display name
 * @param timeout for connecting and for each answer of the server
 */
public record MailSettings(String smtpUrl, String from, Duration timeout) {

  /** Leaves the URL out: it may hold a password. */
  @Override
  public String toString() {
    return "MailSettings[from=" + from + ", timeout=" + timeout + "]";
  }
}
