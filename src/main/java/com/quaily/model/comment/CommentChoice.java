package com.quaily.model.comment;

/** Which comments a channel's writers list, by their state. */
public enum CommentChoice {
  ANY,
  VISIBLE,
  /** Those that wait for approval; rejected ones of earlier versions, too. */
  PENDING,
  SPAM
}
