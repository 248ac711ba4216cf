package com.quaily.model.post;

import java.time.Instant;

/**
 * Where a post stands among the others of its channel.
 *
 * @param moment what the posts are in order of: when they were published, or saved last
 */
public record PostPlace(Instant moment, long id) {

  /** Before the newest post that can be. */
  public static final PostPlace NEWEST =
      new PostPlace(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

  /** Behind the oldest one. */
  public static final PostPlace OLDEST = new PostPlace(Instant.parse("0001-01-01T00:00:00Z"), 0);

  /** The place of a published post among the published ones. */
  public static PostPlace ofPublished(Post post) {
    return new PostPlace(post.publishedAt(), post.id());
  }

  /** The place of any post among all, as they were saved. */
  public static PostPlace ofSaved(Post post) {
    return new PostPlace(post.updatedAt(), post.id());
  }
}
