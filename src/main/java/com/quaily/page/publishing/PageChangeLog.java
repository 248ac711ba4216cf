package com.quaily.page.publishing;

import com.quaily.dao.PageDao;
import com.quaily.job.JobQueue;
import com.quaily.job.JobType;
import com.quaily.model.page.PageChange;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Notes what pages have to follow, in the transaction of the change itself, so that neither is ever
 * without the other.
 */
public final class PageChangeLog {

  /** All pages of a channel. */
  public static final JobType<RenderJob> RENDER = new JobType<>("render-channel", RenderJob.class);

  /** The numbers of a channel's list pages. */
  public static final JobType<ListPagesJob> LIST_PAGES =
      new JobType<>("even-list-pages", ListPagesJob.class);

  /** The pages of one post. */
  public static final JobType<ArticleJob> ARTICLE =
      new JobType<>("render-article", ArticleJob.class);

  /** The site's index of sitemaps. */
  public static final JobType<SiteJob> SITE_SITEMAP = new JobType<>("site-sitemap", SiteJob.class);

  private static final long SOON_SECONDS = 3;

  private final PageDao pageDao;
  private final JobQueue jobQueue;
  private final Clock clock;

  public PageChangeLog(PageDao pageDao, JobQueue jobQueue, Clock clock) {
    this.pageDao = pageDao;
    this.jobQueue = jobQueue;
    this.clock = clock;
  }

  /** A post that readers see, or saw until now, changed. */
  public void postChanged(PageChange change) {
    pageDao.insertChange(change, clock.instant());
  }

  /** The choice of pinned posts changed, which the channel's front page shows. */
  public void indexChanged(long channelId) {
    postChanged(new PageChange(0, channelId, 0, List.of(), List.of(), List.of()));
  }

  /** A post's own pages show something else, though the post is as it was; no other page does. */
  public void articleChanged(long channelId, long postId) {
    jobQueue.enqueueOnce(ARTICLE, String.valueOf(postId), new ArticleJob(channelId, postId));
  }

  /** Something that all pages of a channel show changed, or its slug. */
  public void channelChanged(long channelId) {
    jobQueue.enqueueOnce(RENDER, channelId + ":all", new RenderJob(channelId));
  }

  /** A list page grew beyond its bound or lost its last post; more may follow in a moment. */
  public void listPagesUneven(long channelId) {
    enqueueSoon(LIST_PAGES, String.valueOf(channelId), new ListPagesJob(channelId));
  }

  /** The site's index of sitemaps is to follow within a few seconds. */
  public void sitemapsChanged() {
    enqueueSoon(SITE_SITEMAP, "site", new SiteJob());
  }

  /**
   * One job for all who ask for the same within some seconds. It bears the moment it is due in its
   * name: a job that runs already, and may have looked before this change, is another one.
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

  /** Data of {@link #SITE_SITEMAP}. */
  public record SiteJob() {}
}
