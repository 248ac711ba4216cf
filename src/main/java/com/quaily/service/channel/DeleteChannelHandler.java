package com.quaily.service.channel;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.ChannelDeletionDao;
import com.quaily.database.Transactions;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.page.publishing.ChannelRemover;
import com.quaily.service.channel.ChannelDeletionService.DeletionJob;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes a channel in the background after its grace period. */
public final class DeleteChannelHandler implements JobHandler<DeletionJob> {

  private static final Logger LOG = LoggerFactory.getLogger(DeleteChannelHandler.class);

  private final Transactions transactions;
  private final ChannelDeletionDao deletionDao;
  private final ChannelDao channelDao;
  private final ChannelRemover remover;
  private final Clock clock;

  public DeleteChannelHandler(
      Transactions transactions,
      ChannelDeletionDao deletionDao,
      ChannelDao channelDao,
      ChannelRemover remover,
      Clock clock) {
    this.transactions = transactions;
    this.deletionDao = deletionDao;
    this.channelDao = channelDao;
    this.remover = remover;
    this.clock = clock;
  }

  @Override
  public JobType<DeletionJob> type() {
    return ChannelDeletionService.DELETE;
  }

  @Override
  public void run(DeletionJob job) {
    if (isDue(job.channelId())) {
      remover.remove(job.channelId(), () -> delete(job.channelId()));
      LOG.info("channel {} is deleted", job.channelId());
    }
  }

  /**
   * Whether the time of a channel has come, or it is deleted already and only its pages may be
   * left.
   */
  private boolean isDue(long channelId) {
    return channelDao.selectById(channelId).isEmpty()
        || deletionDao
            .select(channelId)
            .filter(deletion -> deletion.dueAt() != null)
            .filter(deletion -> !deletion.dueAt().isAfter(clock.instant()))
            .isPresent();
  }

  /** Takes the channel out of the database, unless its owner took the deletion back. */
  private void delete(long channelId) {
    transactions.inTransaction(
        () -> {
          // Who saves a post holds it and waits for its channel; the deletion would do the reverse.
          channelDao.lockPublishing(channelId);
          if (isDue(channelId)) {
            deletionDao.reserveSlugs(channelId, clock.instant());
            deletionDao.deleteChanges(channelId);
            deletionDao.deleteChannel(channelId);
          }
        });
  }
}
