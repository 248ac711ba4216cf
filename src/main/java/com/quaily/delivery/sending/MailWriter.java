package com.quaily.delivery.sending;

import com.quaily.delivery.transport.Envelope;
import com.quaily.model.delivery.DueMail;
import java.time.Instant;
import java.util.Optional;

/** Writes the emails that a session hands over. */
public interface MailWriter {

  /** The email for a reader; empty if there is nothing to show. */
  Optional<Written> write(DueMail due);

  /**
   * A finished email.
   *
   * @param postVersion the version of the post that it shows; null = it shows none
   */
  record Written(Envelope mail, Instant postVersion) {}
}
