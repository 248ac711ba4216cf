package com.quaily.model.comment;

import java.time.Instant;

/**
 * A reader's comment on a post.
 *
 * @param quoteCommentId the comment that it replies to; null when none
 * @param content plain text or Markdown, as written
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

  public boolean isApproved() {
    return status == CommentStatus.APPROVED;
  }
}
