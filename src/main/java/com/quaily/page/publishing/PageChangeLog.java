package com.quaily.page.publishing;

import com.quaily.dao.PageDao;
import com.quaily.database.ChangeFeed;
import com.quaily.database.Transactions;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.page.PageChange;
import com.quaily.model.page.PageKind;
import com.quaily.model.page.PageManifest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Records page changes in the same transaction as the change itself, so that neither exists without
 * the other.
 */
public final class PageChangeLog {

  /** All pages of a channel. */
  public static final JobType<RenderJob> RENDER = new JobType<>("render-channel", RenderJob.class);

  /** The numbering of a channel's list pages. */
  public static final JobType<ListPagesJob> LIST_PAGES =
      new JobType<>("even-list-pages", ListPagesJob.class);

  /** The pages of one post. */
  public static final JobType<ArticleJob> ARTICLE =
      new JobType<>("render-article", ArticleJob.class);

  /** The pages beside a channel's posts. */
  public static final JobType<CompanionsJob> COMPANIONS =
      new JobType<>("render-companions", CompanionsJob.class);

  /** The site's sitemap index. */
  public static final JobType<SiteJob> SITE_SITEMAP = new JobType<>("site-sitemap", SiteJob.class);

  /** Whoever must know that a channel's feeds changed. */
  public static final JobType<FeedsJob> FEEDS = new JobType<>("feeds-changed", FeedsJob.class);

  private static final long SOON_SECONDS = 3;

  private final Transactions transactions;
  private final PageDao pageDao;
  private final JobQueue jobQueue;
  private final boolean announcesFeeds;
  private final Clock clock;

  /**
   * @param announcesFeeds whether somebody must know when feeds changed
   */
  public PageChangeLog(
      Transactions transactions,
      PageDao pageDao,
      JobQueue jobQueue,
      boolean announcesFeeds,
      Clock clock) {
    this.announcesFeeds = announcesFeeds;
    this.transactions = transactions;
    this.pageDao = pageDao;
    this.jobQueue = jobQueue;
    this.clock = clock;
  }

  /** A public or formerly public post changed. */
  public void postChanged(PageChange change) {
    pageDao.insertChange(change, clock.instant());
    transactions.announce(ChangeFeed.POSTS_CHANGED, String.valueOf(change.channelId()));
  }

  /** The pinned posts on the channel's front page changed. */
  public void indexChanged(long channelId) {
    postChanged(new PageChange(0, channelId, 0, List.of(), List.of(), List.of()));
  }

  /** Only a post's own pages changed, although the post did not. */
  public void articleChanged(long channelId, long postId) {
    jobQueue.enqueueOnce(ARTICLE, String.valueOf(postId), new ArticleJob(channelId, postId));
  }

  /** The channel's notes or packs changed. */
  public void companionsChanged(long channelId) {
    jobQueue.enqueueOnce(COMPANIONS, String.valueOf(channelId), new CompanionsJob(channelId));
  }

  /** Something on all pages of a channel changed, or its slug. */
  public void channelChanged(long channelId) {
    jobQueue.enqueueOnce(RENDER, channelId + ":all", new RenderJob(channelId));
  }

  /** A list page exceeded its limit or lost its last post; more changes may follow soon. */
  public void listPagesUneven(long channelId) {
    enqueueSoon(LIST_PAGES, String.valueOf(channelId), new ListPagesJob(channelId));
  }

  /** A page changed in storage. Whoever writes it calls this: everybody else finds it unchanged. */
  public void pageStored(PageManifest page) {
    if (page.kind() == PageKind.FEED && announcesFeeds) {
      long channelId = page.channelId();
      enqueueSoon(FEEDS, String.valueOf(channelId), new FeedsJob(channelId));
    } else if (page.kind() == PageKind.SITEMAP && page.channelId() != null) {
      sitemapsChanged();
    }
  }

  /** Update the site's sitemap index within a few seconds. */
  public void sitemapsChanged() {
    enqueueSoon(SITE_SITEMAP, "site", new SiteJob());
  }

  /**
   * One job for all requests within a few seconds. Its name contains its due time, so that a
   * running job, which may have started before this change, does not count.
   */
  private <T> void enqueueSoon(JobType<T> type, String name, T data) {
    long due = clock.instant().getEpochSecond() / SOON_SECONDS * SOON_SECONDS + SOON_SECONDS;
    jobQueue.enqueueAt(type, name + ":" + due, data, Instant.ofEpochSecond(due));
  }

  /** Data of {@link #RENDER}. */
  public record RenderJob(long channelId) {}

  /** Data of {@link #LIST_PAGES}. */
  public record ListPagesJob(long channelId) {}

  /** Data of {@link #ARTICLE}. */
  public record ArticleJob(long channelId, long postId) {}

  /** Data of {@link #FEEDS}. */
  public record FeedsJob(long channelId) {}

  /** Data of {@link #COMPANIONS}. */
  public record CompanionsJob(long channelId) {}

  /** Data of {@link #SITE_SITEMAP}. */
  public record SiteJob() {}
}
