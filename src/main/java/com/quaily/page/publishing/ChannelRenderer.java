package com.quaily.page.publishing;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.PageDao;
import com.quaily.dao.PostDao;
import com.quaily.database.AdvisoryLock;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/**
 * Renders all pages of a channel: the articles in batches, then everything that lists them, and
 * removes pages that should no longer be there. What has not changed is not written again, so a
 * second run after an interruption goes over the finished part without touching storage.
 */
public final class ChannelRenderer {

  private static final int BATCH = 200;
  private static final int AT_ONCE = 5000;

  private final ConcurrentHashMap<Long, ReentrantLock> rendering = new ConcurrentHashMap<>();
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

  /** How many pages a channel has to render, for a progress display. */
  public long count(long channelId) {
    return channelDao.selectById(channelId).map(Channel::publishedPosts).orElse(0L)
        + sharedPages(channelId).size();
  }

  /**
   * Renders all pages of a channel; does nothing when there is no such channel.
   *
   * @param done is told how many pages were gone through since the last call, on this thread
   */
  public void render(long channelId, Done done) {
    exclusively(
        channelId, () -> contexts.load(channelId).ifPresent(context -> render(context, done)));
  }

  /**
   * Does something while nobody else renders the channel, in this process or another one.
   *
   * @throws com.quaily.model.error.UnavailableException when the database cannot be reached
   */
  void exclusively(long channelId, Runnable work) {
    // Of two renderings at once, one under a slug that was just left, each would take away as left
    // over what the other one makes. So the second waits, and begins with what the channel is then.
    ReentrantLock lock = rendering.computeIfAbsent(channelId, key -> new ReentrantLock());
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
    // A channel that moved meanwhile is about to be rendered again, and then cleaned up.
    if (current) {
      removeLeftovers(context);
      renderElsewhere(context);
    }
  }

  /** The pages of other channels that show a card of this one, or link to its posts. */
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
          .filter(PostSummary::paid)
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

  /** What there is besides articles, the newest pages first; without the index of sitemaps. */
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
    targets.add(new PageTarget.NotFound());
    targets.add(new PageTarget.Redirects());
    return targets;
  }

  /** Pages of posts, tags and numbers that are no more, and those of a slug that was left. */
  private void removeLeftovers(ChannelContext context) {
    long channel = context.channel().id();
    // Before the pages under an old slug go, what leads on from there must stand.
    channelDao.selectOldSlugs(channel).forEach(slug -> pages.writeOldSlug(context, slug));
    List<PageManifest> orphans = orphans(context, "");
    while (!orphans.isEmpty()) {
      // Not removed outright: under its lock a page may turn out to be due after all.
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

  /** Is told how far a rendering is. */
  @FunctionalInterface
  public interface Done {

    /** So many pages more were gone through. */
    void pages(int count);
  }
}
