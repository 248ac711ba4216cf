package com.quaily.model.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One sending of a post.
 *
 * @param userId the writer who asked for it
 * @param notice why it waits
 * @param detail the notice in the words of the server that caused it; empty if there are none
 * @param targets {@link #EMAIL} and the names of other services
 * @param scheduledAt when it starts; null = at once
 * @param startedAt null = not yet
 * @param finishedAt null = not yet
 */
public record DeliveryTask(
    long id,
    UUID uuid,
    long userId,
    long channelId,
    long postId,
    DeliveryState state,
    DeliveryNotice notice,
    String detail,
    List<String> targets,
    Instant scheduledAt,
    Instant startedAt,
    Instant finishedAt,
    Instant createdAt,
    Instant updatedAt) {

  /** The target of email. */
  public static final String EMAIL = "email";

  public boolean sendsMail() {
    return targets.contains(EMAIL);
  }

  /** Whether it has ended. */
  public boolean isFinished() {
    return finishedAt != null;
  }
}
