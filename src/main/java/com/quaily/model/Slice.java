package com.quaily.model;

import java.util.List;

/**
 * A page of a longer list.
 *
 * @param total number of all items
 * @param offset index of this page's first item, from 0
 * @param limit requested number of items
 */
public record Slice<T>(List<T> items, long total, int offset, int limit) {

  /** The offset of the next page. */
  public int nextOffset() {
    return offset + items.size();
  }
}
