package com.quaily.model.post;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * The published posts just before and just after one, by date.
 *
 * @param olderId null = it is the oldest
 * @param newerId null = it is the newest
 */
public record NeighborIds(long postId, Long olderId, Long newerId) {

  /** The existing ones of the two. */
  public Stream<Long> existing() {
    return Stream.of(olderId, newerId).filter(Objects::nonNull);
  }
}
