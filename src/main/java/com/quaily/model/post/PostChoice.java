package com.quaily.model.post;

/** Which posts of a channel are listed, and in which order. */
public enum PostChoice {
  /** Drafts and published ones, last saved first. */
  ALL,
  /** For writers, last saved first. */
  DRAFTS,
  /** Newest first. */
  PUBLISHED,
  /** Published ones, what trends first. */
  BY_SCORE,
  /** Published ones without a paid part, newest first. */
  FREE,
  /** Published ones with a paid part, newest first. */
  PREMIUM
}
