package com.quaily.page.publishing;

import com.quaily.page.publishing.PageJobs.RefreshJob;
import com.quaily.task.JobHandler;
import com.quaily.task.JobType;

/** Follows changes of posts in the background. */
public final class RefreshPagesHandler implements JobHandler<RefreshJob> {

  private final PagePublisher publisher;

  public RefreshPagesHandler(PagePublisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public JobType<RefreshJob> type() {
    return PageJobs.REFRESH;
  }

  @Override
  public void run(RefreshJob job) {
    publisher.refresh(job.channelId());
  }
}
