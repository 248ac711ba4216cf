package com.quaily.page.sitemap;

import java.time.Instant;

/**
 * A sitemap in a sitemap index.
 *
 * @param url absolute
 */
public record SitemapIndexEntry(String url, Instant lastModified) {}
