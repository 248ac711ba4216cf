package com.quaily.page.publishing.compose;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.UserDao;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import java.util.Optional;

/** Reads channels, with their people, for the pages that are made of them. */
public final class ChannelContexts {

  private final ChannelDao channelDao;
  private final UserDao userDao;

  public ChannelContexts(ChannelDao channelDao, UserDao userDao) {
    this.channelDao = channelDao;
    this.userDao = userDao;
  }

  /** Empty when there is no such channel any more. */
  public Optional<ChannelContext> load(long channelId) {
    return channel(channelId).map(this::of);
  }

  /** The channel as the caller knows it. */
  public ChannelContext of(Channel channel) {
    return new ChannelContext(channel, this);
  }

  Optional<Channel> channel(long id) {
    return channelDao.selectById(id);
  }

  User user(long id) {
    return userDao.selectById(id).orElseThrow();
  }
}
