package com.quaily.model.delivery;

import java.time.Instant;

/**
 * What became of an attempt to send an email.
 *
 * @param state {@link MessageState#QUEUED} = another attempt follows
 * @param dueAt when; meaningful only then
 * @param attempts attempts that a server deferred, this one included
 * @param reply the server's own words, shortened; empty if there were none
 * @param transport what handed it over; empty if nothing was tried
 * @param postVersion the version of the post that the email shows; null if none was made
 */
public record MailResult(
    long taskId,
    long userId,
    MessageState state,
    Fault fault,
    String reply,
    String transport,
    int attempts,
    Instant dueAt,
    Instant postVersion) {

  /** A result that nothing was tried for. */
  public static MailResult of(DueMail due, MessageState state, Fault fault, String reply) {
    return new MailResult(
        due.taskId(), due.userId(), state, fault, reply, "", due.attempts(), null, null);
  }

  /** This result with what was tried and what was shown. */
  public MailResult by(String transport, Instant postVersion) {
    return new MailResult(
        taskId, userId, state, fault, reply, transport, attempts, dueAt, postVersion);
  }

  /** This result with another attempt at a time, after this many. */
  public MailResult again(int attempts, Instant dueAt) {
    return new MailResult(
        taskId, userId, state, fault, reply, transport, attempts, dueAt, postVersion);
  }
}
