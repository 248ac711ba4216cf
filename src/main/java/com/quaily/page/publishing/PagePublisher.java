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
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a channel's pages up to date with its posts.
 *
 * <pre>
 * the change commits ─► publishArticle: the post's own page, at once
 *        └── queued change ─► refresh, in the background: all dependent pages, then the post's
 *                             own page if the first step failed
 * </pre>
 *
 * The second step is retried until it succeeds, so it also corrects failures of the first.
 */
public final class PagePublisher {

  private static final Logger LOG = LoggerFactory.getLogger(PagePublisher.class);

  /**
   * The newest changes come first, because somebody waits for them; the oldest have a small part of
   * each turn, so that they are not forgotten.
   */
  private static final int NEWEST_AT_ONCE = 100;

  private static final int OLDEST_AT_ONCE = 20;

  /** From this number of followed changes on there may be more. */
  static final int CHANGES_AT_ONCE = NEWEST_AT_ONCE;

  /** After this time, changes claimed by a dead process can be claimed again. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  /**
   * Articles that callers publish at a time. Each holds a database connection while it is stored;
   * with a storage that hangs, the other connections must stay free.
   */
  private static final int PUBLISHED_AT_ONCE = 6;

  /** How long a caller waits for its turn; later a worker publishes the article. */
  private static final Duration TURN = Duration.ofSeconds(1);

  private final PageDao pageDao;
  private final ChannelContexts contexts;
  private final ChannelPages pages;
  private final ArticleBatch batch;
  private final PageDependencies dependents;
  private final Clock clock;

  private final Semaphore publishing = new Semaphore(PUBLISHED_AT_ONCE, true);

  /** Readers open lists and feeds next, so these are rendered in parallel. */
  private final ExecutorService writers = Parallel.lastingThreads("page-writer");

  public PagePublisher(
      PageDao pageDao,
      ChannelContexts contexts,
      ChannelPages pages,
      ArticleBatch batch,
      PageDependencies dependents,
      Clock clock) {
    this.pageDao = pageDao;
    this.contexts = contexts;
    this.pages = pages;
    this.batch = batch;
    this.dependents = dependents;
    this.clock = clock;
  }

  /**
   * Updates a post's own page; call it after the change has committed.
   *
   * @param channel the post's channel
   * @param post the state after the change; may be deleted
   * @return false when storage cannot be reached: the page is updated later
   */
  public boolean publishArticle(Channel channel, Post post) {
    if (!mayPublish()) {
      LOG.warn("page of post {} waits: storage is slow", post.id());
      return false;
    }
    try {
      ChannelContext context = contexts.of(channel);
      // Only a change can leave pages under another slug. A change of the channel's slug renders
      // the whole channel.
      if (post.isUnchanged()) {
        pages.writeNewArticle(context, post);
      } else {
        pages.writeArticle(context, post.id(), Optional.of(post));
      }
      return true;
    } catch (UnavailableException e) {
      LOG.warn("page of post {} waits for storage: {}", post.id(), e.getMessage());
      return false;
    } finally {
      publishing.release();
    }
  }

  private boolean mayPublish() {
    try {
      return publishing.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Renders a post's own pages again although the post did not change; does nothing if it was
   * deleted.
   *
   * @throws UnavailableException when storage cannot be reached
   */
  public void rewriteArticle(long channelId, long postId) {
    contexts
        .load(channelId)
        .ifPresent(context -> pages.write(context, new PageTarget.Article(postId)));
  }

  /**
   * Updates every page that depends on queued changes of the channel's posts: the newest ones and
   * some of the oldest. Failed changes remain queued; changes claimed by another process are
   * skipped.
   *
   * @return the number of processed changes; from {@link #CHANGES_AT_ONCE} on there may be more
   */
  public int refresh(long channelId) {
    Instant now = clock.instant();
    List<PageChange> changes =
        pageDao.claimChanges(channelId, now, now.plus(LEASE), NEWEST_AT_ONCE, OLDEST_AT_ONCE);
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

  /**
   * Channels with unclaimed changes recorded before the given time, those that wait longest first.
   *
   * @param except channels to leave out
   */
  List<Long> channelsWithChanges(Instant notedBefore, Set<Long> except, int limit) {
    return pageDao.selectChannelsWithChanges(
        notedBefore, clock.instant(), List.copyOf(except), limit);
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
    writeAll(context.get(), targets, failures);
    Set<Long> left = batch.rewrite(context.get(), articles, writers);
    writeAll(context.get(), articlesOf(left), failures);
    // Last, because the process that made the change usually writes them itself.
    writeAll(context.get(), pages.outdated(context.get(), posts), failures);
    if (targets.stream().anyMatch(PageTarget.Sitemap.class::isInstance)) {
      attempt(() -> pages.write(context.get(), new PageTarget.SitemapIndex()), failures);
    }
    dependents
        .elsewhere(context.get(), posts)
        .forEach(page -> attempt(() -> rewrite(page), failures));
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
  }

  /** Removes the articles from the pages; returns their post ids. */
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

  /** Updates pages in parallel. */
  private void writeAll(
      ChannelContext context, Set<PageTarget> targets, List<RuntimeException> failures) {
    List<Future<Boolean>> written =
        targets.stream().map(target -> writers.submit(() -> pages.write(context, target))).toList();
    try {
      written.forEach(page -> attempt(() -> Parallel.join(page), failures));
    } finally {
      // If storage or the database is down, skip the rest; running tasks finish.
      written.forEach(page -> page.cancel(false));
    }
  }

  /** A page that fails must not block the others. */
  private static void attempt(Runnable write, List<RuntimeException> failures) {
    try {
      write.run();
    } catch (UnavailableException e) {
      throw e;
    } catch (RuntimeException e) {
      failures.add(e);
    }
  }

  /** Updates one page of the manifest. */
  private void rewrite(PageManifest page) {
    Optional<ChannelContext> context = contexts.load(page.channelId());
    context
        .flatMap(c -> PageTarget.of(c.slug(), page.key(), page.kind(), page.postId()))
        .ifPresent(target -> pages.write(context.get(), target));
  }
}
