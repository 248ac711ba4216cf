package com.quaily.page.publishing.site;

import com.quaily.dao.ChannelDao;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.page.html.PageRenderer;
import com.quaily.page.publishing.compose.ComposedPage;
import com.quaily.page.publishing.compose.RedirectComposer;
import com.quaily.page.publishing.compose.SitemapComposer;
import com.quaily.page.publishing.store.PageWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
    writer.write(PageKeys.siteNotFound(), null, () -> Optional.of(notFound()));
    writeHosts();
    writeSitemapIndexes();
  }

  /** Updates the router's table of custom domains. */
  public void writeHosts() {
    writer.write(PageKeys.hosts(), null, () -> Optional.of(redirects.hosts()));
  }

  /** Updates the indexes of all sitemaps, and robots.txt, which lists them. */
  public void writeSitemapIndexes() {
    // Under the lock of the first one, so that two writers do not mix their parts.
    writer.write(
        PageKeys.siteSitemapIndex(1),
        null,
        () -> {
          List<ComposedPage> indexes = sitemaps.siteIndexes(channelDao.selectAll());
          writeFurther(indexes);
          return Optional.of(indexes.get(0));
        });
  }

  private void writeFurther(List<ComposedPage> indexes) {
    for (ComposedPage index : indexes.subList(1, indexes.size())) {
      writer.write(index.key(), null, () -> Optional.of(index));
    }
    int number = indexes.size() + 1;
    while (writer.write(PageKeys.siteSitemapIndex(number), null, Optional::empty)) {
      number++;
    }
    writer.write(PageKeys.siteRobots(), null, () -> Optional.of(sitemaps.robots(indexes.size())));
  }

  private ComposedPage notFound() {
    String html = renderer.notFound();
    return new ComposedPage(
        PageKeys.siteNotFound(),
        PageKind.SITE,
        null,
        html.getBytes(StandardCharsets.UTF_8),
        Set.of(),
        "");
  }
}
