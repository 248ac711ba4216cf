package com.quaily.model.delivery;

import java.time.Instant;

/** A {@link MailResult} as the database reads it: times as text (ISO 8601), null = unchanged. */
public record RecordedMail(
    long taskId,
    long userId,
    String state,
    String fault,
    String reply,
    String transport,
    int attempts,
    String dueAt,
    String postVersion) {

  public static RecordedMail of(MailResult result) {
    return new RecordedMail(
        result.taskId(),
        result.userId(),
        result.state().name(),
        result.fault().name(),
        result.reply(),
        result.transport(),
        result.attempts(),
        text(result.dueAt()),
        text(result.postVersion()));
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }
}
