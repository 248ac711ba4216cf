package com.quaily.page.publishing;

import com.quaily.dao.Database;
import com.quaily.dao.PageDao;
import com.quaily.model.PageChange;
import com.quaily.model.PageManifest;
import com.quaily.model.UnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the pages of channels in step with their posts.
 *
 * <pre>
 * the change commits ─► publishArticle: the post's own page, at once
 *        └── its note ─► refresh (a job): the own page again, then every page that depends on it
 * </pre>
 *
 * Whatever fails on the first way is made good on the second, which is tried until it succeeds.
 */
public final class PagePublisher {

  private static final Logger LOG = LoggerFactory.getLogger(PagePublisher.class);
  private static final int CHANGES_AT_ONCE = 200;

  private final Database database;
  private final PageDao pageDao;
  private final ChannelPages pages;
  private final Dependents dependents;
  private final PageJobs pageJobs;
  private final ConcurrentHashMap<Long, AtomicInteger> requests = new ConcurrentHashMap<>();

  public PagePublisher(
      Database database, ChannelPages pages, Dependents dependents, PageJobs pageJobs) {
    this.database = database;
    this.pageDao = database.dao(PageDao.class);
    this.pages = pages;
    this.dependents = dependents;
    this.pageJobs = pageJobs;
  }

  /**
   * Brings a post's own page up to date; call it after the change has committed.
   *
   * @return false when storage cannot be reached: the page then follows as soon as it can
   */
  public boolean publishArticle(long channelId, long postId) {
    try {
      ChannelContext.load(database, channelId)
          .ifPresent(context -> pages.write(context, new PageTarget.Article(postId)));
      return true;
    } catch (UnavailableException e) {
      LOG.warn("page of post {} waits for storage: {}", postId, e.getMessage());
      return false;
    }
  }

  /**
   * Brings every page up to date that depends on changes of the channel's posts. When another
   * thread is at it for the same channel, that one does this work too and this returns at once, so
   * that many changes in one channel do not keep all workers waiting in a row.
   */
  public void refresh(long channelId) {
    AtomicInteger asked = requests.computeIfAbsent(channelId, key -> new AtomicInteger());
    int seen = asked.incrementAndGet();
    if (seen > 1) {
      return;
    }
    try {
      while (seen > 0) {
        followAll(channelId);
        // Whoever asked since then may have a change that was not there yet.
        seen = asked.addAndGet(-seen);
      }
    } catch (RuntimeException | Error e) {
      asked.set(0);
      throw e;
    }
  }

  private void followAll(long channelId) {
    List<PageChange> changes = pageDao.selectChanges(channelId, CHANGES_AT_ONCE);
    while (!changes.isEmpty()) {
      follow(channelId, changes);
      pageDao.deleteChanges(changes.stream().map(PageChange::id).toList());
      changes = pageDao.selectChanges(channelId, CHANGES_AT_ONCE);
    }
  }

  /** Follows changes that were noted a while ago and whose own jobs did not: a net below a net. */
  public void refreshForgotten(Instant notedBefore) {
    for (long channel : pageDao.selectChannelsWithChanges(notedBefore)) {
      try {
        refresh(channel);
      } catch (UnavailableException e) {
        LOG.warn("pages of channel {} wait: {}", channel, e.getMessage());
      } catch (RuntimeException e) {
        LOG.error("pages of channel {} do not follow", channel, e);
      }
    }
  }

  private void follow(long channelId, List<PageChange> changes) {
    Optional<ChannelContext> context = ChannelContext.load(database, channelId);
    if (context.isEmpty()) {
      return;
    }
    boolean sitemaps = false;
    List<RuntimeException> failures = new ArrayList<>();
    for (PageTarget target : dependents.of(context.get(), changes)) {
      boolean changed = attempt(() -> pages.write(context.get(), target), failures);
      sitemaps |= changed && target instanceof PageTarget.Sitemap;
    }
    if (sitemaps) {
      attempt(() -> pages.write(context.get(), new PageTarget.SitemapIndex()), failures);
      pageJobs.sitemapsChanged();
    }
    dependents
        .elsewhere(context.get(), changes)
        .forEach(page -> attempt(() -> rewrite(page), failures));
    if (!failures.isEmpty()) {
      throw failures.get(0);
    }
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
    Optional<ChannelContext> context = ChannelContext.load(database, page.channelId());
    return context
        .flatMap(c -> PageTarget.of(c.slug(), page.key(), page.kind(), page.postId()))
        .map(target -> pages.write(context.get(), target))
        .orElse(false);
  }
}
