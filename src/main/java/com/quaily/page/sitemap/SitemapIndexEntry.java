package com.quaily.page.sitemap;

import java.time.Instant;

/**
 * A sitemap in an index of sitemaps.
 *
 * @param url absolute
 */
public record SitemapIndexEntry(String url, Instant lastModified) {}
