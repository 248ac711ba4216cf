package com.quaily.resource.view;

import com.quaily.model.analytics.PostCount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Counts of a post. */
public record PostCountView(
    long postId,
    String slug,
    String title,
    @Nullable Instant publishedAt,
    long pageViewCount,
    long pageReadCount,
    long emailViewCount) {

  public static PostCountView of(PostCount count) {
    return new PostCountView(
        count.postId(),
        count.slug(),
        count.title(),
        count.publishedAt(),
        count.pageViews(),
        count.pageReads(),
        count.emailViews());
  }
}
