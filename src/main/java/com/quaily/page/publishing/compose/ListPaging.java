package com.quaily.page.publishing.compose;

/**
 * How the posts of a channel are spread over numbered list pages: from the oldest on, so that a new
 * post changes the newest page only and no address ever shows something else because of it.
 */
public final class ListPaging {

  /** Posts after which a new page begins. */
  public static final int SIZE = 16;

  /**
   * Posts of the past may join a page up to this many; beyond, the channel's pages are numbered
   * anew.
   */
  public static final int LARGEST = 2 * SIZE;

  /** List pages that one sitemap covers: some five hundred posts. */
  public static final int PAGES_PER_SITEMAP = 32;

  /** Posts in a feed. */
  public static final int FEED = 20;

  /** Posts on the page of a tag: the newest. */
  public static final int TAGGED = 100;

  private ListPaging() {}

  /** The sitemap, from 1, that covers a list page. */
  public static int sitemapOf(int listPage) {
    return (listPage - 1) / PAGES_PER_SITEMAP + 1;
  }
}
