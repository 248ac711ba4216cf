package com.quaily.service.delivery.social;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A service did not do what it was asked for; the message is its own words, without secrets. */
class SocialException extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final Kind kind;
  private final transient Instant retryAt;

  /** What follows from a failure. */
  enum Kind {
    /** This message was refused; others may be accepted. */
    REFUSED,
    /** The message that was to be changed is not there. */
    GONE,
    /** The credentials or the place are not accepted any more; nothing was posted. */
    DISCONNECTED,
    /** Nothing was posted; try again later. */
    WAIT,
    /** The request was written and there is no answer that says what became of it. */
    UNCERTAIN
  }

  SocialException(Kind kind, String reply, Instant retryAt) {
    super(shortened(reply));
    this.kind = kind;
    this.retryAt = retryAt;
  }

  static SocialException refused(String reply) {
    return new SocialException(Kind.REFUSED, reply, null);
  }

  static SocialException gone(String reply) {
    return new SocialException(Kind.GONE, reply, null);
  }

  static SocialException disconnected(String reply) {
    return new SocialException(Kind.DISCONNECTED, reply, null);
  }

  static SocialException waiting(String reply, Instant retryAt) {
    return new SocialException(Kind.WAIT, reply, retryAt);
  }

  static SocialException waiting(String reply, Instant now, Duration pause) {
    return waiting(reply, now.plus(pause));
  }

  static SocialException uncertain(String reply) {
    return new SocialException(Kind.UNCERTAIN, reply, null);
  }

  private static String shortened(String reply) {
    String line = reply.strip().replaceAll("\\p{Cntrl}+", " ");
    return SocialText.codePoints(line, LONGEST);
  }

  final Kind kind() {
    return kind;
  }

  /** Present for {@link Kind#WAIT} only. */
  final Optional<Instant> retryAt() {
    return Optional.ofNullable(retryAt);
  }
}
