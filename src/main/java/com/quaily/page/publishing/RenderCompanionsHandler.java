package com.quaily.page.publishing;

import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.page.publishing.PageChangeLog.CompanionsJob;

/** Renders the pages beside a channel's posts when its notes or packs changed. */
public final class RenderCompanionsHandler implements JobHandler<CompanionsJob> {

  private final ChannelRenderer renderer;

  public RenderCompanionsHandler(ChannelRenderer renderer) {
    this.renderer = renderer;
  }

  @Override
  public JobType<CompanionsJob> type() {
    return PageChangeLog.COMPANIONS;
  }

  @Override
  public void run(CompanionsJob job) {
    renderer.exclusively(job.channelId(), () -> renderer.renderCompanions(job.channelId()));
  }
}
