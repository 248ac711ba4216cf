package com.quaily.model;

import java.util.List;

/**
 * Numbers about a post.
 *
 * @param similarIds ids of posts of the same channel about the same, nearest first
 * @param score its place among what trends; docs/api.md tells how it is made
 */
public record PostMetric(
    long postId,
    long pageViews,
    long pageReads,
    long emailViews,
    double score,
    List<Long> similarIds) {

  /** Of a post that nobody has read yet. */
  public static PostMetric none(long postId) {
    return new PostMetric(postId, 0, 0, 0, 0, List.of());
  }
}
