package com.quaily.service.domain;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.delivery.mail.MailComposer;
import com.quaily.delivery.mail.Mailer;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.model.Site;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.service.domain.DomainMonitor.LostDomain;

/** Emails the owner of a channel whose domain no longer points here. */
public final class DomainUnreachableHandler implements JobHandler<LostDomain> {

  private final ChannelDao channelDao;
  private final UserDao userDao;
  private final MailComposer mailComposer;
  private final Mailer mailer;
  private final Site site;

  public DomainUnreachableHandler(
      Database database, MailComposer mailComposer, Mailer mailer, Site site) {
    this.channelDao = database.dao(ChannelDao.class);
    this.userDao = database.dao(UserDao.class);
    this.mailComposer = mailComposer;
    this.mailer = mailer;
    this.site = site;
  }

  @Override
  public JobType<LostDomain> type() {
    return DomainMonitor.LOST;
  }

  /** Ignores a deleted channel. */
  @Override
  public void run(LostDomain lost) {
    channelDao.selectById(lost.channelId()).ifPresent(channel -> mail(channel, lost.domain()));
  }

  private void mail(Channel channel, String domain) {
    User owner = userDao.selectById(channel.userId()).orElseThrow();
    mailer.send(
        mailComposer.domainLost(
            owner.email(),
            channel.title(),
            domain,
            site.url("/" + channel.slug()),
            owner.language()));
  }
}
