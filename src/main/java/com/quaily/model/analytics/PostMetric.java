package com.quaily.model.analytics;

/**
 * Numbers about a post.
 *
 * @param score its place among what trends; docs/api.md tells how it is made
 * @param reactions how many readers have put a sign to it
 */
public record PostMetric(
    long postId, long pageViews, long pageReads, long emailViews, double score, long reactions) {

  /** Of a post that nobody has read yet. */
  public static PostMetric none(long postId) {
    return new PostMetric(postId, 0, 0, 0, 0, 0);
  }
}
