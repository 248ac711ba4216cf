package com.quaily.service.domain;

import com.quaily.dao.ChannelDao;
import com.quaily.delivery.mail.OwnerMailer;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.service.domain.DomainMonitor.LostDomain;

/** Mails the owner of a channel whose domain does not lead here any more. */
public final class DomainUnreachableHandler implements JobHandler<LostDomain> {

  private final ChannelDao channelDao;
  private final OwnerMailer mailer;

  public DomainUnreachableHandler(ChannelDao channelDao, OwnerMailer mailer) {
    this.channelDao = channelDao;
    this.mailer = mailer;
  }

  @Override
  public JobType<LostDomain> type() {
    return DomainMonitor.LOST;
  }

  /** Says nothing of a channel that is gone. */
  @Override
  public void run(LostDomain lost) {
    channelDao
        .selectById(lost.channelId())
        .ifPresent(channel -> mailer.sendDomainLost(channel, lost.domain()));
  }
}
