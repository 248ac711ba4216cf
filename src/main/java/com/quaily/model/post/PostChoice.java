package com.quaily.model.post;

/** Which posts of a channel to list, and in which order. */
public enum PostChoice {
  /** Drafts and published posts, last saved first. */
  ALL,
  /** Newest first. */
  PUBLISHED,
  /** Published posts, trending first. */
  BY_SCORE,
  /** Published posts without a paid part, newest first. */
  FREE,
  /** Published posts with a paid part, newest first. */
  PREMIUM
}
