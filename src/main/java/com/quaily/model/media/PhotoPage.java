package com.quaily.model.media;

import java.util.List;

/**
 * Some of the photos that a search found, the best first.
 *
 * @param total photos that were found
 * @param totalPages pages of the size that was asked for
 */
public record PhotoPage(int total, int totalPages, List<Photo> results) {

  /** A page with photos in it. */
  public PhotoPage {
    results = List.copyOf(results);
  }
}
