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
  PREMIUM,
  /** Drafts without a schedule, last saved first; for writers. */
  DRAFT,
  /** Drafts that will be published, soonest first; for writers. */
  SCHEDULED,
  /** Deleted posts that can be restored, last deleted first; for writers. */
  TRASH;

  /** Whether only the channel's writers can see such posts. */
  public boolean isForWriters() {
    return this == DRAFT || this == SCHEDULED || this == TRASH;
  }
}
