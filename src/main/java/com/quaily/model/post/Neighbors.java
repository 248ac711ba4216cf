package com.quaily.model.post;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The published posts just before and just after one, by date. */
public record Neighbors(Optional<PostSummary> older, Optional<PostSummary> newer) {

  /**
   * Assigns two found posts to the older and newer side.
   *
   * @param found at most one on either side
   * @param publishedAt the date of the post between them
   * @param id that post's id, which decides between equal dates
   */
  public static Neighbors of(List<PostSummary> found, Instant publishedAt, long id) {
    Predicate<PostSummary> older =
        post -> {
          int byDate = post.publishedAt().compareTo(publishedAt);
          return byDate < 0 || (byDate == 0 && post.id() < id);
        };
    return new Neighbors(
        found.stream().filter(older).findFirst(),
        found.stream().filter(older.negate()).findFirst());
  }
}
