package com.quaily.page.sitemap;

import java.time.Instant;
import java.util.List;

/**
 * A page in a sitemap.
 *
 * @param url absolute
 * @param images absolute URLs of its images
 */
public record SitemapEntry(String url, Instant lastModified, List<String> images) {

  public SitemapEntry {
    images = List.copyOf(images);
  }
}
