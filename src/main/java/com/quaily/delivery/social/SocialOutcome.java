package com.quaily.delivery.social;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a message.
 *
 * @param state the state of the message
 * @param reply the service's own answer, shortened and without secrets; empty if there was none
 * @param retryAt when to try again; present only for {@link State#WAIT}
 * @param address the public address of the message, if the service names one
 */
public record SocialOutcome(
    State state, String reply, Optional<Instant> retryAt, Optional<String> address) {

  /** The states of a message after one attempt. */
  public enum State {
    /** The service accepted the message. */
    SENT,
    /** The service refused the message; another attempt would be refused, too. */
    FAILED,
    /** The request was written and no answer came: the message may be there. Never sent again. */
    UNCERTAIN,
    /** The service asks to wait, or could not be reached: nothing was posted. */
    WAIT
  }
}
