package com.quaily.page.publishing.compose;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A channel and its people, read once for all the pages that are made in one go. */
public final class ChannelContext {

  private final Channel channel;
  private final Database database;
  private final UserDao userDao;
  private final Map<Long, User> users;

  private ChannelContext(Channel channel, Database database, Map<Long, User> users) {
    this.channel = channel;
    this.database = database;
    this.userDao = database.dao(UserDao.class);
    this.users = users;
  }

  /** Empty when there is no such channel any more. */
  public static Optional<ChannelContext> load(Database database, long channelId) {
    return database
        .dao(ChannelDao.class)
        .selectById(channelId)
        .map(channel -> of(database, channel));
  }

  /** The channel as the caller knows it. */
  public static ChannelContext of(Database database, Channel channel) {
    return new ChannelContext(channel, database, new ConcurrentHashMap<>());
  }

  /**
   * The channel as it is now, for what is composed under a lock; empty when it is gone or has moved
   * to another slug, and with it its pages.
   */
  public Optional<ChannelContext> now() {
    return database
        .dao(ChannelDao.class)
        .selectById(channel.id())
        .filter(fresh -> fresh.slug().equals(channel.slug()))
        .map(fresh -> new ChannelContext(fresh, database, users));
  }

  public Channel channel() {
    return channel;
  }

  public String slug() {
    return channel.slug();
  }

  public User owner() {
    return user(channel.userId());
  }

  /** Somebody who has written here; posts keep their author, so there always is one. */
  User user(long id) {
    return users.computeIfAbsent(id, key -> userDao.selectById(key).orElseThrow());
  }
}
