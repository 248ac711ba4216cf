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
   * @param sitemapUrl the absolute URL of the sitemap index
   */
  public static String of(String sitemapUrl) {
    StringBuilder text = new StringBuilder("User-agent: *\n");
    NOT_FOR_ROBOTS.forEach(path -> text.append("Disallow: ").append(path).append('\n'));
    return text.append("\nSitemap: ").append(sitemapUrl).append('\n').toString();
  }
}
