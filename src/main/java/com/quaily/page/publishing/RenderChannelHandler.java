package com.quaily.page.publishing;

import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.page.publishing.PageChangeLog.RenderJob;
import com.quaily.page.publishing.site.SitePages;

/** Renders a whole channel in the background and records the progress. */
public final class RenderChannelHandler implements JobHandler<RenderJob> {

  private final ChannelRenderer renderer;
  private final SitePages sitePages;
  private final PageChangeLog changeLog;

  public RenderChannelHandler(
      ChannelRenderer renderer, SitePages sitePages, PageChangeLog changeLog) {
    this.renderer = renderer;
    this.sitePages = sitePages;
    this.changeLog = changeLog;
  }

  @Override
  public JobType<RenderJob> type() {
    return PageChangeLog.RENDER;
  }

  @Override
  public void run(RenderJob job) {
    renderer.exclusively(
        job.channelId(),
        () -> {
          renderer.render(job.channelId(), pages -> {});
          sitePages.writeHosts();
        });
    // In a job of its own: it grows with the number of channels, and its failure is not theirs.
    changeLog.sitemapsChanged();
  }
}
