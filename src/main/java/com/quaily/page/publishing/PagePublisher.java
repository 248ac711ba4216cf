package com.quaily.page.publishing;

import com.quaily.dao.PageDao;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.UnavailableException;
import com.quaily.model.page.PageChange;
import com.quaily.model.page.PageManifest;
import com.quaily.model.post.Post;
import com.quaily.page.publishing.compose.ChannelContext;
import com.quaily.page.publishing.compose.ChannelContexts;
import com.quaily.page.publishing.compose.PageTarget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the pages of channels in step with their posts.
 *
 * <pre>
 * the change commits ─► publishArticle: the post's own page, at once
 *        └── its note ─► refresh, in the background: every page that depends on it, then the own
 *                        page, should it have failed
 * </pre>
 *
 * Whatever fails on the first way is made good on the second, which is tried until it succeeds.
 */
public final class PagePublisher {

  private static final Logger LOG = LoggerFactory.getLogger(PagePublisher.class);
  static final int CHANGES_AT_ONCE = 200;

  /** After this, changes claimed by a process that died are followed by another. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private final PageDao pageDao;
  private final ChannelContexts contexts;
  private final ChannelPages pages;
  private final ArticleBatch batch;
  private final PageDependencies dependents;
  private final PageChangeLog pageJobs;
  private final Clock clock;

  /** Readers look at lists and feeds next, so these are made side by side. */
  private final ExecutorService writers = Parallel.lastingThreads("page-writer");

  public PagePublisher(
      PageDao pageDao,
      ChannelContexts contexts,
      ChannelPages pages,
      ArticleBatch batch,
      PageDependencies dependents,
      PageChangeLog pageJobs,
      Clock clock) {
    this.pageDao = pageDao;
    this.contexts = contexts;
    this.pages = pages;
    this.batch = batch;
    this.dependents = dependents;
    this.pageJobs = pageJobs;
    this.clock = clock;
  }

  /**
   * Brings a post's own page up to date; call it after the change has committed.
   *
   * @param channel the post's channel
   * @param post as the change left it, deleted perhaps
   * @return false when storage cannot be reached: the page then follows as soon as it can
   */
  public boolean publishArticle(Channel channel, Post post) {
    ChannelContext context = contexts.of(channel);
    try {
      // Only a change can have left pages under another name, or that of its channel, which is
      // followed by rendering all of it.
      if (post.isUnchanged()) {
        pages.writeNewArticle(context, post);
      } else {
        pages.writeArticle(context, post.id(), Optional.of(post));
      }
      return true;
    } catch (UnavailableException e) {
      LOG.warn("page of post {} waits for storage: {}", post.id(), e.getMessage());
      return false;
    }
  }

  /**
   * Makes a post's own pages anew, though the post is as it was; does nothing when it is gone.
   *
   * @throws UnavailableException when storage cannot be reached
   */
  public void rewriteArticle(long channelId, long postId) {
    contexts
        .load(channelId)
        .ifPresent(context -> pages.write(context, new PageTarget.Article(postId)));
  }

  /**
   * Brings every page up to date that depends on changes of the channel's posts, the oldest changes
   * first. What fails is left for the next time, and so is what another process is at.
   *
   * @return how many changes it has followed; at {@link #CHANGES_AT_ONCE} there may be more
   */
  public int refresh(long channelId) {
    Instant now = clock.instant();
    List<PageChange> changes =
        pageDao.claimChanges(channelId, now, now.plus(LEASE), CHANGES_AT_ONCE);
    if (changes.isEmpty()) {
      return 0;
    }
    List<Long> ids = changes.stream().map(PageChange::id).toList();
    try {
      follow(channelId, changes);
    } catch (RuntimeException e) {
      pageDao.releaseChanges(ids);
      throw e;
    }
    pageDao.deleteChanges(ids);
    return changes.size();
  }

  /** The channels with changes noted before then that nobody is following. */
  List<Long> channelsWithChanges(Instant notedBefore) {
    return pageDao.selectChannelsWithChanges(notedBefore, clock.instant());
  }

  private void follow(long channelId, List<PageChange> changes) {
    Optional<ChannelContext> context = contexts.load(channelId);
    if (context.isEmpty()) {
      return;
    }
    List<RuntimeException> failures = new ArrayList<>();
    ChangedPosts posts = dependents.changedPosts(changes);
    Set<PageTarget> targets = dependents.of(context.get(), changes, posts);
    Set<Long> articles = takeArticles(targets);
    Set<PageTarget> changed = writeAll(context.get(), targets, failures);
    Set<Long> left = batch.rewrite(context.get(), articles, writers);
    writeAll(context.get(), articlesOf(left), failures);
    // Last, because as a rule they are being made where the change was, and are there by now.
    writeAll(context.get(), pages.outdated(context.get(), posts), failures);
    if (changed.stream().anyMatch(PageTarget.Sitemap.class::isInstance)) {
      attempt(() -> pages.write(context.get(), new PageTarget.SitemapIndex()), failures);
      pageJobs.sitemapsChanged();
    }
    dependents
        .elsewhere(context.get(), posts)
        .forEach(page -> attempt(() -> rewrite(page), failures));
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  /** Takes the articles out of the pages; the ids of their posts. */
  private static Set<Long> takeArticles(Set<PageTarget> targets) {
    Set<Long> posts = new LinkedHashSet<>();
    for (Iterator<PageTarget> each = targets.iterator(); each.hasNext(); ) {
      if (each.next() instanceof PageTarget.Article article) {
        posts.add(article.postId());
        each.remove();
      }
    }
    return posts;
  }

  private static Set<PageTarget> articlesOf(Set<Long> posts) {
    return posts.stream().map(PageTarget.Article::new).collect(Collectors.toSet());
  }

  /** Brings pages up to date side by side; returns those that changed in storage. */
  private Set<PageTarget> writeAll(
      ChannelContext context, Set<PageTarget> targets, List<RuntimeException> failures) {
    Map<PageTarget, Future<Boolean>> written = new LinkedHashMap<>();
    targets.forEach(
        target -> written.put(target, writers.submit(() -> pages.write(context, target))));
    Set<PageTarget> changed = new HashSet<>();
    try {
      written.forEach(
          (target, page) -> {
            if (attempt(() -> Parallel.join(page), failures)) {
              changed.add(target);
            }
          });
    } finally {
      // When storage or database are gone, the rest need not be tried; what runs goes on.
      written.values().forEach(page -> page.cancel(false));
    }
    return changed;
  }

  /** A page that cannot be made must not keep the others from being made. */
  private static boolean attempt(BooleanSupplier write, List<RuntimeException> failures) {
    try {
      return write.getAsBoolean();
    } catch (UnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      failures.add(e);
      return false;
    }
  }

  /** Brings one page of the manifest up to date. */
  private boolean rewrite(PageManifest page) {
    Optional<ChannelContext> context = contexts.load(page.channelId());
    return context
        .flatMap(c -> PageTarget.of(c.slug(), page.key(), page.kind(), page.postId()))
        .map(target -> pages.write(context.get(), target))
        .orElse(false);
  }
}
