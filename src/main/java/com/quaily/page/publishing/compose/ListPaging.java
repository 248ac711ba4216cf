package com.quaily.page.publishing.compose;

/**
 * Distributes posts over numbered list pages, starting with the oldest. A new post changes only the
 * newest page, and the content of older addresses stays stable.
 */
public final class ListPaging {

  /** Posts after which a new page starts. */
  public static final int SIZE = 16;

  /** Backdated posts can join a page up to this number; beyond it the pages are renumbered. */
  public static final int LARGEST = 2 * SIZE;

  /** List pages per sitemap: about five hundred posts. */
  public static final int PAGES_PER_SITEMAP = 32;

  /** Posts in a feed. */
  public static final int FEED = 20;

  /** Newest posts shown on a tag page. */
  public static final int TAGGED = 100;

  private ListPaging() {}

  /** The sitemap, from 1, that contains a list page. */
  public static int sitemapOf(int listPage) {
    return (listPage - 1) / PAGES_PER_SITEMAP + 1;
  }
}
