package com.quaily.page.publishing.compose;

import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.page.PageManifest;
import com.quaily.model.post.PostSummary;
import com.quaily.page.sitemap.RobotsText;
import com.quaily.page.sitemap.SitemapEntry;
import com.quaily.page.sitemap.SitemapIndexEntry;
import com.quaily.page.sitemap.SitemapRenderer;
import com.quaily.page.url.PageUrls;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Composes sitemaps: several per channel with an index, and the site's index. */
public final class SitemapComposer {

  private final PostDao postDao;
  private final PageDao pageDao;
  private final SitemapRenderer renderer;
  private final PageUrls urls;
  private final int entriesPerIndex;

  public SitemapComposer(
      PostDao postDao, PageDao pageDao, SitemapRenderer renderer, PageUrls urls) {
    this(postDao, pageDao, renderer, urls, SitemapRenderer.MOST_ENTRIES);
  }

  SitemapComposer(
      PostDao postDao,
      PageDao pageDao,
      SitemapRenderer renderer,
      PageUrls urls,
      int entriesPerIndex) {
    this.entriesPerIndex = entriesPerIndex;
    this.postDao = postDao;
    this.pageDao = pageDao;
    this.renderer = renderer;
    this.urls = urls;
  }

  /** The sitemap of consecutive list pages; empty if they have no posts. */
  public Optional<ComposedPage> sitemap(ChannelContext context, int number) {
    int first = (number - 1) * ListPaging.PAGES_PER_SITEMAP + 1;
    int last = first + ListPaging.PAGES_PER_SITEMAP - 1;
    List<PostSummary> posts = postDao.selectListPages(context.channel().id(), first, last);
    if (posts.isEmpty()) {
      return Optional.empty();
    }
    List<SitemapEntry> entries = new ArrayList<>();
    for (PostSummary post : posts) {
      entries.add(entry(context.channel(), post));
    }
    return Optional.of(
        page(PageKeys.sitemap(context.slug(), number), PageKind.SITEMAP, renderer.urlset(entries)));
  }

  private SitemapEntry entry(Channel channel, PostSummary post) {
    String cover = urls.absolute(post.coverImageUrl());
    return new SitemapEntry(
        urls.article(channel, post.slug()),
        post.modifiedAt() == null ? post.publishedAt() : post.modifiedAt(),
        cover.isEmpty() ? List.of() : List.of(cover));
  }

  /** The index of a channel's sitemaps. */
  public ComposedPage index(ChannelContext context) {
    return page(
        PageKeys.sitemapIndex(context.slug()),
        PageKind.SITEMAP,
        renderer.index(entries(List.of(context.channel()))));
  }

  /**
   * The indexes of all sitemaps of the site, at least one. An index must not list other indexes, so
   * that robots.txt lists them.
   */
  public List<ComposedPage> siteIndexes(List<Channel> channels) {
    List<SitemapIndexEntry> entries = entries(channels);
    List<ComposedPage> indexes = new ArrayList<>();
    for (int first = 0; first == 0 || first < entries.size(); first += entriesPerIndex) {
      List<SitemapIndexEntry> part =
          entries.subList(first, Math.min(first + entriesPerIndex, entries.size()));
      indexes.add(
          page(PageKeys.siteSitemapIndex(indexes.size() + 1), PageKind.SITE, renderer.index(part)));
    }
    return indexes;
  }

  private List<SitemapIndexEntry> entries(List<Channel> channels) {
    Map<Long, Channel> byId =
        channels.stream().collect(Collectors.toMap(Channel::id, Function.identity()));
    List<SitemapIndexEntry> entries = new ArrayList<>();
    for (PageManifest page : pageDao.selectSitemaps(List.copyOf(byId.keySet()))) {
      Channel channel = byId.get(page.channelId());
      PageTarget.of(channel.slug(), page.key(), page.kind(), null)
          .filter(PageTarget.Sitemap.class::isInstance)
          .map(PageTarget.Sitemap.class::cast)
          .ifPresent(
              target ->
                  entries.add(
                      new SitemapIndexEntry(
                          urls.sitemap(channel, target.number()), page.updatedAt())));
    }
    return entries;
  }

  /**
   * The rules for robots.
   *
   * @param indexes how many sitemap indexes the site has
   */
  public ComposedPage robots(int indexes) {
    return page(
        PageKeys.siteRobots(),
        PageKind.SITE,
        RobotsText.of(IntStream.rangeClosed(1, indexes).mapToObj(urls::sitemapIndex).toList())
            .getBytes(StandardCharsets.UTF_8));
  }

  private static ComposedPage page(String key, PageKind kind, byte[] content) {
    return new ComposedPage(key, kind, null, content, Set.of(), "");
  }
}
