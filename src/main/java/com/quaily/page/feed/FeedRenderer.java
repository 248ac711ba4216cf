package com.quaily.page.feed;

import com.quaily.model.Site;
import com.quaily.model.page.FeedFormat;
import com.quaily.page.url.PageUrls;

/** Renders a channel's feeds. Thread-safe. */
public final class FeedRenderer {

  private final AtomFeed atom;
  private final RssFeed rss;
  private final JsonFeed json;

  public FeedRenderer(Site site) {
    PageUrls urls = new PageUrls(site);
    FeedIds ids = new FeedIds(site);
    atom = new AtomFeed(site, urls, ids);
    rss = new RssFeed(site, urls, ids);
    json = new JsonFeed(urls, ids);
  }

  /** The feed in one of its formats, UTF-8. */
  public byte[] render(FeedFormat format, FeedPage page) {
    return switch (format) {
      case ATOM -> atom.render(page);
      case RSS -> rss.render(page);
      case JSON -> json.render(page);
    };
  }
}
