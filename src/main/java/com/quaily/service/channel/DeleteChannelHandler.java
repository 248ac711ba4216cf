package com.quaily.service.channel;

import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.page.publishing.ChannelRemover;
import com.quaily.service.channel.ChannelDeletionService.DeletionJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes a channel in the background after its grace period. */
public final class DeleteChannelHandler implements JobHandler<DeletionJob> {

  private static final Logger LOG = LoggerFactory.getLogger(DeleteChannelHandler.class);

  private final ChannelDeletionService deletionService;
  private final ChannelRemover remover;

  public DeleteChannelHandler(ChannelDeletionService deletionService, ChannelRemover remover) {
    this.deletionService = deletionService;
    this.remover = remover;
  }

  @Override
  public JobType<DeletionJob> type() {
    return ChannelDeletionService.DELETE;
  }

  @Override
  public void run(DeletionJob job) {
    if (deletionService.isDue(job.channelId())) {
      remover.remove(job.channelId(), () -> deletionService.execute(job.channelId()));
      LOG.info("deleted channel {}", job.channelId());
    }
  }
}
