package com.quaily.page.sitemap;

import java.util.List;

/** Makes robots.txt. */
public final class RobotsText {

  private static final List<String> NOT_FOR_ROBOTS =
      List.of("/api/", "/dashboard$", "/dashboard/", "/dev/");

  private RobotsText() {}

  /**
   * Lets everything be indexed but what is not a page.
   *
   * @param sitemapUrl the absolute URL of the index of sitemaps
   */
  public static String of(String sitemapUrl) {
    StringBuilder text = new StringBuilder("User-agent: *\n");
    NOT_FOR_ROBOTS.forEach(path -> text.append("Disallow: ").append(path).append('\n'));
    return text.append("\nSitemap: ").append(sitemapUrl).append('\n').toString();
  }
}
