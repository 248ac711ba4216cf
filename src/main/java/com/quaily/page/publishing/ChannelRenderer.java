package com.quaily.page.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.dao.ChannelDao;
import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.database.AdvisoryLock;
import com.quaily.model.Limits;
import com.quaily.model.channel.Channel;
import com.quaily.model.page.FeedFormat;
import com.quaily.model.page.PageKeys;
import com.quaily.model.page.PageKind;
import com.quaily.model.page.PageManifest;
import com.quaily.model.post.PostPlace;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.TagCount;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.ChannelContexts;
import com.quaily.page.publishing.compose.ComposedPage;
import com.quaily.page.publishing.compose.ListPaging;
import com.quaily.page.publishing.compose.PageTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Renders all pages of a channel: the articles in batches, then all lists. Removes obsolete pages.
 * Unchanged pages are not rewritten, so after an interruption a second run skips the finished part
 * quickly.
 */
public final class ChannelRenderer {

  private static final int BATCH = 200;
  private static final int AT_ONCE = 5000;

  /** More than one change of packs can leave behind. */
  private static final int PACK_PAGES = 2 * Limits.PACKS;

  /** The locks of channels that are being rendered; one goes when nobody holds or awaits it. */
  private final Cache<Long, ReentrantLock> rendering = Caffeine.newBuilder().weakValues().build();

  private final AdvisoryLock processes;
  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final PageDao pageDao;
  private final ChannelContexts contexts;
  private final ChannelPages pages;
  private final ArticleBatch batch;

  /**
   * @param processes lets one process at a time render a channel
   */
  public ChannelRenderer(
      AdvisoryLock processes,
      ChannelDao channelDao,
      PostDao postDao,
      PageDao pageDao,
      ChannelContexts contexts,
      ChannelPages pages,
      ArticleBatch batch) {
    this.processes = processes;
    this.channelDao = channelDao;
    this.postDao = postDao;
    this.pageDao = pageDao;
    this.contexts = contexts;
    this.pages = pages;
    this.batch = batch;
  }

  /** The number of pages to render, for a progress display. */
  public long count(long channelId) {
    return channelDao.selectById(channelId).map(Channel::publishedPosts).orElse(0L)
        + sharedPages(channelId).size();
  }

  /**
   * Renders all pages of a channel; does nothing if the channel does not exist.
   *
   * @param done receives the number of pages processed since the last call, on this thread
   */
  public void render(long channelId, Done done) {
    exclusively(
        channelId, () -> contexts.load(channelId).ifPresent(context -> render(context, done)));
  }

  /**
   * Runs the work while no one else renders the channel, in any process.
   *
   * @throws com.quaily.model.error.UnavailableException when the database cannot be reached
   */
  void exclusively(long channelId, Runnable work) {
    // Two concurrent renderings, one under a former slug, would remove each other's pages as
    // obsolete. So the second one waits and then reads the channel's current state.
    ReentrantLock lock = rendering.get(channelId, key -> new ReentrantLock());
    lock.lock();
    try {
      if (lock.getHoldCount() > 1) {
        work.run();
      } else {
        processes.whileHeld(channelId, work);
      }
    } finally {
      lock.unlock();
    }
  }

  private void render(ChannelContext context, Done done) {
    ExecutorService threads = Parallel.threads("render");
    try {
      renderArticles(context, done, threads);
      renderLists(context, done, threads);
    } finally {
      threads.shutdown();
    }
    boolean current =
        contexts
            .load(context.channel().id())
            .filter(now -> now.slug().equals(context.slug()))
            .isPresent();
    // If the channel moved meanwhile, another rendering follows and cleans up.
    if (current) {
      removeLeftovers(context);
      renderElsewhere(context);
    }
  }

  /** Pages of other channels that show a card of this one, or link to its posts. */
  private void renderElsewhere(ChannelContext context) {
    long source = ComposedPage.channelSource(context.channel().id());
    for (PageManifest page : pageDao.selectBySource(List.of(source))) {
      contexts
          .load(page.channelId())
          .ifPresent(
              other ->
                  PageTarget.of(other.slug(), page.key(), page.kind(), page.postId())
                      .ifPresent(target -> pages.write(other, target)));
    }
  }

  private void renderArticles(ChannelContext context, Done done, ExecutorService threads) {
    List<PostSummary> posts = next(context, PostPlace.NEWEST);
    while (!posts.isEmpty()) {
      batch.write(context, keys(context, posts), threads);
      posts.stream()
          .filter(post -> post.paid() || context.channel().offersMarkdown())
          .forEach(post -> pages.write(context, new PageTarget.Article(post.id())));
      done.pages(posts.size());
      PostSummary last = posts.get(posts.size() - 1);
      posts = next(context, new PostPlace(last.publishedAt(), last.id()));
    }
  }

  private List<PostSummary> next(ChannelContext context, PostPlace before) {
    return postDao.selectPublishedBefore(context.channel().id(), before, BATCH);
  }

  private static Map<Long, String> keys(ChannelContext context, List<PostSummary> posts) {
    return posts.stream()
        .collect(
            Collectors.toMap(
                PostSummary::id, post -> PageKeys.article(context.slug(), post.slug())));
  }

  private void renderLists(ChannelContext context, Done done, ExecutorService threads) {
    List<Future<Boolean>> written =
        sharedPages(context.channel().id()).stream()
            .map(target -> threads.submit(() -> pages.write(context, target)))
            .toList();
    for (Future<Boolean> page : written) {
      Parallel.join(page);
      done.pages(1);
    }
    pages.write(context, new PageTarget.SitemapIndex());
  }

  /** All pages except articles, newest first; without the sitemap index. */
  private List<PageTarget> sharedPages(long channel) {
    List<PageTarget> targets = new ArrayList<>();
    targets.add(new PageTarget.Index());
    for (FeedFormat format : FeedFormat.values()) {
      targets.add(new PageTarget.Feed(format));
    }
    int lastPage = postDao.selectLastListPage(channel);
    for (int page = lastPage; page > 0; page--) {
      targets.add(new PageTarget.Numbered(page));
    }
    for (TagCount tag : channelDao.selectTags(channel, Integer.MAX_VALUE)) {
      targets.add(new PageTarget.Tag(tag.tag()));
    }
    for (int sitemap = 1; sitemap <= ListPaging.sitemapOf(Math.max(1, lastPage)); sitemap++) {
      targets.add(new PageTarget.Sitemap(sitemap));
    }
    targets.add(new PageTarget.Widget());
    targets.add(new PageTarget.PostWidget());
    targets.add(new PageTarget.NotFound());
    targets.addAll(pages.companions(channel));
    targets.add(new PageTarget.Redirects());
    return targets;
  }

  /** Renders the pages beside the posts, and removes those of packs that are gone. */
  void renderCompanions(long channelId) {
    contexts.load(channelId).ifPresent(this::renderCompanions);
  }

  private void renderCompanions(ChannelContext context) {
    long channel = context.channel().id();
    Set<PageTarget> targets = new LinkedHashSet<>(pages.companions(channel));
    // In the order of keys, those of packs follow this one.
    String before = PageKeys.pack(context.slug(), "").replace(".html", "");
    for (PageManifest page : pageDao.selectShared(channel, before, PACK_PAGES)) {
      PageTarget.of(context.slug(), page.key(), page.kind(), page.postId())
          .filter(PageTarget.PackPage.class::isInstance)
          .ifPresent(targets::add);
    }
    targets.forEach(target -> pages.write(context, target));
  }

  /** Pages of posts, tags and list numbers that no longer exist, and those under a former slug. */
  private void removeLeftovers(ChannelContext context) {
    long channel = context.channel().id();
    // The redirect must exist before the pages under a former slug are removed.
    channelDao.selectOldSlugs(channel).forEach(slug -> pages.writeOldSlug(context, slug));
    List<PageManifest> orphans = orphans(context, "");
    while (!orphans.isEmpty()) {
      // Not removed directly: under its lock, a page may turn out to be needed.
      orphans.stream()
          .map(PageManifest::postId)
          .distinct()
          .forEach(post -> pages.write(context, new PageTarget.Article(post)));
      orphans = orphans(context, orphans.get(orphans.size() - 1).key());
    }
    removeSharedLeftovers(context);
  }

  private List<PageManifest> orphans(ChannelContext context, String after) {
    String slug = context.slug();
    return pageDao.selectOrphans(
        context.channel().id(),
        PageKeys.channel(slug) + "p/",
        PageKeys.paidFolder(slug),
        context.channel().offersMarkdown(),
        after,
        AT_ONCE);
  }

  private void removeSharedLeftovers(ChannelContext context) {
    long channel = context.channel().id();
    Set<PageTarget> due = new HashSet<>(sharedPages(channel));
    due.add(new PageTarget.SitemapIndex());
    List<PageManifest> shared = pageDao.selectShared(channel, "", AT_ONCE);
    while (!shared.isEmpty()) {
      for (PageManifest page : shared) {
        Optional<PageTarget> target =
            PageTarget.of(context.slug(), page.key(), page.kind(), page.postId());
        if (target.isPresent() && !due.contains(target.get())) {
          pages.write(context, target.get());
        } else if (target.isEmpty() && page.kind() != PageKind.ROUTING) {
          pages.remove(page.key());
        }
      }
      shared = pageDao.selectShared(channel, shared.get(shared.size() - 1).key(), AT_ONCE);
    }
  }

  /** Receives the progress of a rendering. */
  @FunctionalInterface
  public interface Done {

    /** The number of further pages processed. */
    void pages(int count);
  }
}
