package com.quaily.model.comment;

/**
 * The moderation status of a comment. The order defines the numbers on the wire and in the
 * database.
 */
public enum CommentStatus {
  PENDING,
  APPROVED,
  REJECTED,
  SPAM
}
