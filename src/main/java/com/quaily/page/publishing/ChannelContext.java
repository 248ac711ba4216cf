package com.quaily.page.publishing;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.Database;
import com.quaily.dao.UserDao;
import com.quaily.model.Channel;
import com.quaily.model.User;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A channel and its people, read once for all the pages that are made in one go. */
public final class ChannelContext {

  private final Channel channel;
  private final UserDao userDao;
  private final Map<Long, User> users = new ConcurrentHashMap<>();

  private ChannelContext(Channel channel, UserDao userDao) {
    this.channel = channel;
    this.userDao = userDao;
  }

  /** Empty when there is no such channel any more. */
  public static Optional<ChannelContext> load(Database database, long channelId) {
    return database
        .dao(ChannelDao.class)
        .selectById(channelId)
        .map(channel -> new ChannelContext(channel, database.dao(UserDao.class)));
  }

  Channel channel() {
    return channel;
  }

  String slug() {
    return channel.slug();
  }

  User owner() {
    return user(channel.userId());
  }

  /** Somebody who has written here; posts keep their author, so there always is one. */
  User user(long id) {
    return users.computeIfAbsent(id, key -> userDao.selectById(key).orElseThrow());
  }
}
