package com.quaily.page.sitemap;

import java.util.List;

/** Composes robots.txt. */
public final class RobotsText {

  private static final List<String> NOT_FOR_ROBOTS =
      List.of("/api/", "/dashboard$", "/dashboard/", "/dev/");

  private RobotsText() {}

  /**
   * Allows indexing of everything that is a page.
   *
   * @param sitemapUrls the absolute URLs of the sitemap indexes
   */
  public static String of(List<String> sitemapUrls) {
    StringBuilder text = new StringBuilder("User-agent: *\n");
    NOT_FOR_ROBOTS.forEach(path -> text.append("Disallow: ").append(path).append('\n'));
    text.append('\n');
    sitemapUrls.forEach(url -> text.append("Sitemap: ").append(url).append('\n'));
    return text.toString();
  }
}
