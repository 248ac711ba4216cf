package com.quaily.page.publishing;

import com.quaily.page.publishing.PageJobs.ListPagesJob;
import com.quaily.task.JobHandler;
import com.quaily.task.JobType;

/** Evens list pages in the background. */
public final class EvenListPagesHandler implements JobHandler<ListPagesJob> {

  private final ListNumbering numbering;

  public EvenListPagesHandler(ListNumbering numbering) {
    this.numbering = numbering;
  }

  @Override
  public JobType<ListPagesJob> type() {
    return PageJobs.LIST_PAGES;
  }

  @Override
  public void run(ListPagesJob job) {
    numbering.even(job.channelId());
  }
}
