package com.quaily.service.channel;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.UserDao;
import com.quaily.delivery.mail.SystemMailer;
import com.quaily.job.JobHandler;
import com.quaily.job.JobType;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.service.channel.CooperatorService.Invited;

/** Emails people that they were invited to write for a channel. */
public final class CooperatorInvitedHandler implements JobHandler<Invited> {

  private final ChannelDao channelDao;
  private final UserDao userDao;
  private final SystemMailer mailer;

  public CooperatorInvitedHandler(ChannelDao channelDao, UserDao userDao, SystemMailer mailer) {
    this.channelDao = channelDao;
    this.userDao = userDao;
    this.mailer = mailer;
  }

  @Override
  public JobType<Invited> type() {
    return CooperatorService.INVITED;
  }

  /** Ignores deleted channels and users. */
  @Override
  public void run(Invited invited) {
    channelDao
        .selectById(invited.channelId())
        .ifPresent(
            channel -> userDao.selectById(invited.userId()).ifPresent(user -> send(channel, user)));
  }

  private void send(Channel channel, User user) {
    mailer.sendInvitation(user.email(), channel.title(), "/dashboard/invitations", user.language());
  }
}
