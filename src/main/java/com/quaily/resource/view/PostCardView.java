package com.quaily.resource.view;

import com.quaily.model.post.PostSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post that another one links to.
 *
 * @param summary the author's, else an excerpt
 */
public record PostCardView(
    long id,
    long listId,
    String slug,
    String title,
    String summary,
    String coverImageUrl,
    @Nullable Instant publishedAt,
    boolean isPaidContent) {

  static PostCardView of(long listId, PostSummary post) {
    return new PostCardView(
        post.id(),
        listId,
        post.slug(),
        post.title(),
        post.summary(),
        post.coverImageUrl(),
        post.publishedAt(),
        post.paid());
  }
}
