package com.quaily.service.domain;

import com.quaily.dao.ChannelDao;
import com.quaily.delivery.mail.OwnerMailer;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.service.domain.DomainMonitor.LostDomain;

/** Emails the owner of a channel whose domain no longer points here. */
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

  /** Ignores a deleted channel. */
  @Override
  public void run(LostDomain lost) {
    channelDao
        .selectById(lost.channelId())
        .ifPresent(channel -> mailer.sendDomainLost(channel, lost.domain()));
  }
}
