package com.quaily.model.comment;

/** What became of a comment; the order is the wire's numbers and the database's. */
public enum CommentStatus {
  PENDING,
  APPROVED,
  REJECTED,
  SPAM
}
