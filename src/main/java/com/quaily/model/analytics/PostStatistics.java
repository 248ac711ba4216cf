package com.quaily.model.analytics;

/**
 * Numbers about a post.
 *
 * @param score its place among what trends; docs/api.md tells how it is made
 * @param reactions how many readers have put a sign to it
 */
public record PostStatistics(
    long postId, long pageViews, long pageReads, long emailViews, double score, long reactions) {

  /** Of a post that nobody has read yet. */
  public static PostStatistics none(long postId) {
    return new PostStatistics(postId, 0, 0, 0, 0, 0);
  }
}
