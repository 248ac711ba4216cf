package com.quaily.service.exporter;

import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.service.exporter.ExportService.ExportJob;

/** Creates exports in the background. */
public final class ExportChannelHandler implements JobHandler<ExportJob> {

  private final ExportService exportService;

  public ExportChannelHandler(ExportService exportService) {
    this.exportService = exportService;
  }

  @Override
  public JobType<ExportJob> type() {
    return ExportService.EXPORT;
  }

  @Override
  public void run(ExportJob job) {
    exportService.make(job.channelId());
  }
}
