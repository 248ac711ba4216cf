package com.quaily.page.publishing;

import com.quaily.dao.ProgressDao;
import com.quaily.database.Database;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.page.publishing.PageChangeLog.RenderJob;
import com.quaily.page.publishing.site.SitePages;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Renders a whole channel in the background and records the progress. */
public final class RenderChannelHandler implements JobHandler<RenderJob> {

  private static final String KIND = "render";

  private final ProgressDao progressDao;
  private final ChannelRenderer renderer;
  private final SitePages sitePages;
  private final Clock clock;

  public RenderChannelHandler(
      Database database, ChannelRenderer renderer, SitePages sitePages, Clock clock) {
    this.progressDao = database.dao(ProgressDao.class);
    this.renderer = renderer;
    this.sitePages = sitePages;
    this.clock = clock;
  }

  @Override
  public JobType<RenderJob> type() {
    return PageChangeLog.RENDER;
  }

  @Override
  public void run(RenderJob job) {
    renderer.exclusively(job.channelId(), () -> renderAlone(job));
  }

  private void renderAlone(RenderJob job) {
    String subject = String.valueOf(job.channelId());
    // No one else can be rendering this channel, so any recorded running operation has died.
    progressDao.abandon(KIND, subject, clock.instant());
    long progress =
        progressDao.insert(KIND, subject, renderer.count(job.channelId()), clock.instant());
    try {
      render(job, progress);
      progressDao.finish(progress, "done", "", clock.instant());
    } catch (RuntimeException e) {
      progressDao.finish(progress, "failed", String.valueOf(e.getMessage()), clock.instant());
      throw e;
    }
  }

  private void render(RenderJob job, long progress) {
    AtomicLong done = new AtomicLong();
    renderer.render(
        job.channelId(),
        pages -> progressDao.update(progress, done.addAndGet(pages), 0, clock.instant()));
    sitePages.write();
  }
}
