package com.quaily.model.analytics;

/**
 * Statistics of a post.
 *
 * @param score its rank among trending posts; docs/api.md describes the formula
 * @param reactions number of readers who reacted to it
 */
public record PostStatistics(
    long postId, long pageViews, long pageReads, long emailViews, double score, long reactions) {

  /** Statistics of a post without readers. */
  public static PostStatistics none(long postId) {
    return new PostStatistics(postId, 0, 0, 0, 0, 0);
  }
}
