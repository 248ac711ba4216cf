package com.quaily.page.publishing.site;

import com.quaily.dao.ChannelDao;
import com.quaily.model.Language;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.page.html.NotFoundPage;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.publishing.compose.ComposedPage;
import com.quaily.page.publishing.compose.RedirectComposer;
import com.quaily.page.publishing.compose.SitemapComposer;
import com.quaily.page.publishing.store.PageWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Pages that belong to the whole site. */
public final class SitePages {

  private final ChannelDao channelDao;
  private final PageWriter writer;
  private final PageRenderer renderer;
  private final SitemapComposer sitemaps;
  private final RedirectComposer redirects;

  public SitePages(
      ChannelDao channelDao,
      PageWriter writer,
      PageRenderer renderer,
      SitemapComposer sitemaps,
      RedirectComposer redirects) {
    this.channelDao = channelDao;
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
        PageKeys.siteSitemapIndex(),
        null,
        () -> Optional.of(sitemaps.siteIndex(channelDao.selectAll())));
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
}
