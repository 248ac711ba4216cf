package com.quaily.page.publishing.compose;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.UserDao;
import com.quaily.database.Database;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A channel and its users, read once for several pages. */
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

  /** Empty if the channel no longer exists. */
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
   * The channel's current state, for composing under a lock; empty if it was deleted or its slug
   * changed, which moves its pages.
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

  /** A writer of the channel; posts keep their author, so the user always exists. */
  User user(long id) {
    return users.computeIfAbsent(id, key -> userDao.selectById(key).orElseThrow());
  }
}
