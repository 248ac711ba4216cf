package com.quaily.page.publishing.site;

import com.quaily.dao.ChannelDao;
import com.quaily.database.Database;
import com.quaily.model.Language;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.page.html.NotFoundPage;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.publishing.compose.ComposedPage;
import com.quaily.page.publishing.compose.RedirectComposer;
import com.quaily.page.publishing.compose.SitemapComposer;
import com.quaily.page.publishing.store.PageWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pages that belong to the whole site. */
public final class SitePages {

  private static final int CHANNELS_AT_ONCE = 500;

  private final ChannelDao channelDao;
  private final PageWriter writer;
  private final PageRenderer renderer;
  private final SitemapComposer sitemaps;
  private final RedirectComposer redirects;

  public SitePages(
      Database database,
      PageWriter writer,
      PageRenderer renderer,
      SitemapComposer sitemaps,
      RedirectComposer redirects) {
    this.channelDao = database.dao(ChannelDao.class);
    this.writer = writer;
    this.renderer = renderer;
    this.sitemaps = sitemaps;
    this.redirects = redirects;
  }

  /** Updates all of them. */
  public void write() {
    writer.write(PageKeys.siteRobots(), null, () -> Optional.of(sitemaps.robots()));
    writer.write(PageKeys.siteNotFound(), null, () -> Optional.of(notFound()));
    writer.write(PageKeys.hosts(), null, () -> Optional.of(redirects.hosts()));
    writeSitemapIndex();
  }

  /** Updates the index of all sitemaps. */
  public void writeSitemapIndex() {
    writer.write(
        PageKeys.siteSitemapIndex(), null, () -> Optional.of(sitemaps.siteIndex(channels())));
  }

  private ComposedPage notFound() {
    String html = renderer.notFound(new NotFoundPage(Optional.empty(), Language.EN));
    return new ComposedPage(
        PageKeys.siteNotFound(),
        PageKind.SITE,
        null,
        html.getBytes(StandardCharsets.UTF_8),
        Set.of(),
        "");
  }

  private List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    List<Channel> next = channelDao.selectAfter(0, CHANNELS_AT_ONCE);
    while (!next.isEmpty()) {
      channels.addAll(next);
      next = channelDao.selectAfter(next.get(next.size() - 1).id(), CHANNELS_AT_ONCE);
    }
    return channels;
  }
}
