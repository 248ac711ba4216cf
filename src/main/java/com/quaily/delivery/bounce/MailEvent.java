package com.quaily.delivery.bounce;

import com.quaily.delivery.bounce.ReturnPath.MarkedMail;
import com.quaily.model.delivery.Fault;

/**
 * What a receiver reports about an email.
 *
 * @param fault why it bounced; {@link Fault#NONE} for complaints
 * @param reply the receiver's words on one line, shortened
 */
public record MailEvent(Kind kind, MarkedMail mail, Fault fault, String reply) {

  /** The kinds of reports. */
  public enum Kind {
    BOUNCE,
    /** The reader called the email spam. */
    COMPLAINT,
    /** Nothing follows from it: the email is only late, or the reader said that it is no spam. */
    NOTHING
  }
}
