package com.quaily.model.comment;

import java.time.Instant;

/**
 * A reader's comment on a post.
 *
 * @param quoteCommentId the comment that it replies to; null when none
 * @param content plain text or Markdown, as written; empty when the comment was deleted and only
 *     its replies keep its place
 */
public record Comment(
    long id,
    Long quoteCommentId,
    long postId,
    long channelId,
    long authorId,
    String content,
    CommentStatus status,
    Instant createdAt,
    Instant updatedAt) {

  /** Whether it is only the place of a comment that others answered. */
  public boolean isDeleted() {
    return content.isEmpty();
  }

  public boolean isApproved() {
    return status == CommentStatus.APPROVED;
  }
}
