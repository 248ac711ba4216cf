package com.quaily.resource.view;

import com.quaily.model.Post;
import java.time.Instant;

/** What is shown of a post that another one points to. */
public record PostCardView(
    long id,
    long listId,
    String slug,
    String title,
    String summary,
    String coverImageUrl,
    Instant publishedAt,
    boolean isPaidContent) {

  static PostCardView of(Post post) {
    return new PostCardView(
        post.id(),
        post.channelId(),
        post.slug(),
        post.title(),
        post.summary(),
        post.coverImageUrl(),
        post.publishedAt(),
        post.hasPaidContent());
  }
}
