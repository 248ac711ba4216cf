package com.quaily.page.publishing;

import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.page.publishing.PageChangeLog.ListPagesJob;

/** Rebalances list pages in the background. */
public final class RebalanceListPagesHandler implements JobHandler<ListPagesJob> {

  private final ListNumbering numbering;

  public RebalanceListPagesHandler(ListNumbering numbering) {
    this.numbering = numbering;
  }

  @Override
  public JobType<ListPagesJob> type() {
    return PageChangeLog.LIST_PAGES;
  }

  @Override
  public void run(ListPagesJob job) {
    numbering.even(job.channelId());
  }
}
