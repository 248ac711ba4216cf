package com.quaily.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentTypesTest {

  @ParameterizedTest
  @CsvSource({
    "pages/a/index.html, text/html; charset=utf-8",
    "pages/a/INDEX.HTML, text/html; charset=utf-8",
    "pages/a/feed/atom.xml, application/atom+xml; charset=utf-8",
    "pages/a/feed/rss.xml, application/rss+xml; charset=utf-8",
    "pages/a/feed/feed.json, application/feed+json; charset=utf-8",
    "pages/sitemap_index.xml, application/xml; charset=utf-8",
    "routing/hosts.json, application/json; charset=utf-8",
    "pages/robots.txt, text/plain; charset=utf-8",
    "sites/portal/app.mjs, text/javascript; charset=utf-8",
    "sites/portal/site.webmanifest, application/manifest+json; charset=utf-8",
    "media/abc.webp, image/webp",
    "sites/portal/font.woff2, font/woff2",
    "exports/all.zip, application/zip",
    "exports/html, application/octet-stream",
    "folder.html/file, application/octet-stream",
    "unknown.xyz, application/octet-stream"
  })
  void theEndingDecides(String key, String expected) {
    assertEquals(expected, ContentTypes.of(key));
  }
}
