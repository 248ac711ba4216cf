package com.quaily.page.feed;

import com.quaily.model.Site;
import com.quaily.model.page.FeedFormat;
import com.quaily.page.url.PageUrls;
import java.net.URI;
import java.util.List;

/** Renders a channel's feeds. Thread-safe. */
public final class FeedRenderer {

  private final AtomFeed atom;
  private final RssFeed rss;
  private final JsonFeed json;

  /**
   * @param hubs WebSub hubs that tell subscribers about changes
   */
  public FeedRenderer(Site site, List<URI> hubs) {
    PageUrls urls = new PageUrls(site);
    FeedIds ids = new FeedIds(site);
    atom = new AtomFeed(site, urls, ids, hubs);
    rss = new RssFeed(site, urls, ids, hubs);
    json = new JsonFeed(urls, ids, hubs);
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
