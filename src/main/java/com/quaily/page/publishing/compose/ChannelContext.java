package com.quaily.page.publishing.compose;

import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A channel and its people, read once for all the pages that are made in one go. */
public final class ChannelContext {

  private final Channel channel;
  private final ChannelContexts contexts;
  private final Map<Long, User> users;

  ChannelContext(Channel channel, ChannelContexts contexts) {
    this(channel, contexts, new ConcurrentHashMap<>());
  }

  private ChannelContext(Channel channel, ChannelContexts contexts, Map<Long, User> users) {
    this.channel = channel;
    this.contexts = contexts;
    this.users = users;
  }

  /**
   * The channel as it is now, for what is composed under a lock; empty when it is gone or has moved
   * to another slug, and with it its pages.
   */
  public Optional<ChannelContext> now() {
    return contexts
        .channel(channel.id())
        .filter(fresh -> fresh.slug().equals(channel.slug()))
        .map(fresh -> new ChannelContext(fresh, contexts, users));
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
    return users.computeIfAbsent(id, contexts::user);
  }
}
