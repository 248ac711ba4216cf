package com.quaily.model.post;

import java.time.Instant;

/**
 * A post's position in an ordering of its channel's posts.
 *
 * @param moment the sort key: when the post was published or last saved
 */
public record PostPlace(Instant moment, long id) {

  /** Before the newest possible post. */
  public static final PostPlace NEWEST =
      new PostPlace(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE);

  /** After the oldest post. */
  public static final PostPlace OLDEST = new PostPlace(Instant.parse("0001-01-01T00:00:00Z"), 0);

  /** The place of a published post among the published ones. */
  public static PostPlace ofPublished(Post post) {
    return new PostPlace(post.publishedAt(), post.id());
  }

  /** The place of a post among all, ordered by last save. */
  public static PostPlace ofSaved(Post post) {
    return new PostPlace(post.updatedAt(), post.id());
  }
}
