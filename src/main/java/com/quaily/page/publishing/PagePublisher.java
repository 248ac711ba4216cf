package com.quaily.page.publishing;

import com.quaily.dao.Database;
import com.quaily.dao.PageDao;
import com.quaily.model.PageChange;
import com.quaily.model.PageManifest;
import com.quaily.model.UnavailableException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
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
  private final ConcurrentHashMap<Long, ReentrantLock> locks = new ConcurrentHashMap<>();

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

  /** Brings every page up to date that depends on changes of the channel's posts. */
  public void refresh(long channelId) {
    // Several jobs of one channel would do the same work; the first does it for the others.
    ReentrantLock lock = locks.computeIfAbsent(channelId, key -> new ReentrantLock());
    lock.lock();
    try {
      List<PageChange> changes = pageDao.selectChanges(channelId, CHANGES_AT_ONCE);
      while (!changes.isEmpty()) {
        follow(channelId, changes);
        pageDao.deleteChanges(changes.stream().map(PageChange::id).toList());
        changes = pageDao.selectChanges(channelId, CHANGES_AT_ONCE);
      }
    } finally {
      lock.unlock();
    }
  }

  private void follow(long channelId, List<PageChange> changes) {
    Optional<ChannelContext> context = ChannelContext.load(database, channelId);
    if (context.isEmpty()) {
      return;
    }
    Set<PageTarget> targets = dependents.of(context.get(), changes);
    boolean sitemaps = false;
    for (PageTarget target : targets) {
      boolean changed = pages.write(context.get(), target);
      sitemaps |= changed && target instanceof PageTarget.Sitemap;
    }
    if (sitemaps) {
      pages.write(context.get(), new PageTarget.SitemapIndex());
      pageJobs.sitemapsChanged();
    }
    dependents.elsewhere(context.get(), changes).forEach(this::rewrite);
  }

  /** Brings one page of the manifest up to date. */
  void rewrite(PageManifest page) {
    ChannelContext.load(database, page.channelId())
        .ifPresent(
            context ->
                PageTarget.of(context.slug(), page.key(), page.kind(), page.postId())
                    .ifPresent(target -> pages.write(context, target)));
  }
}
