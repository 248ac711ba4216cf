package com.quaily.model;

import java.util.List;

/**
 * A part of a longer list.
 *
 * @param total how many there are altogether
 * @param offset where this part begins, from 0
 * @param limit how many were asked for
 */
public record Slice<T>(List<T> items, long total, int offset, int limit) {

  /** Where the next part begins. */
  public int nextOffset() {
    return offset + items.size();
  }
}
