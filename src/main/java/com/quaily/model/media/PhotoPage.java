package com.quaily.model.media;

import java.util.List;

/**
 * A page of photo search results, best match first.
 *
 * @param total number of all results
 * @param totalPages number of pages of the requested size
 */
public record PhotoPage(int total, int totalPages, List<Photo> results) {

  /** A page of results. */
  public PhotoPage {
    results = List.copyOf(results);
  }
}
