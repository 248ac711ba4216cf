package com.quaily.service.delivery;

import com.quaily.dao.DeliveryRecipientDao;
import com.quaily.dao.PreferencesDao;
import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.Audience;
import com.quaily.model.error.ConflictException;
import com.quaily.model.error.TooManyException;
import com.quaily.model.post.Post;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostLookup;
import com.quaily.service.post.PostSchedule;
import com.quaily.service.post.PostService;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sends posts, for the channel's writers: at once or at a time. */
public final class DeliveryService {

  private final Posts posts;
  private final DeliveryTargets targets;
  private final DeliveryPreview preview;
  private final DeliveryQueue queue;
  private final DeliveryQuota quota;
  private final DeliveryRecipientDao recipientDao;
  private final PreferencesDao preferencesDao;
  private final Clock clock;

  /** What deliveries need of posts. */
  public record Posts(PostLookup lookup, PostService service, PostSchedule schedule) {}

  DeliveryService(
      Posts posts,
      DeliveryTargets targets,
      DeliveryPreview preview,
      DeliveryQueue queue,
      DeliveryQuota quota,
      DeliveryRecipientDao recipientDao,
      PreferencesDao preferencesDao,
      Clock clock) {
    this.posts = posts;
    this.targets = targets;
    this.preview = preview;
    this.queue = queue;
    this.quota = quota;
    this.recipientDao = recipientDao;
    this.preferencesDao = preferencesDao;
    this.clock = clock;
  }

  /**
   * A request to send a post.
   *
   * @param targets null or empty = all that are switched on
   * @param scheduledAt null = at once
   * @param again whether a post that was already sent is sent again
   */
  public record Request(List<String> targets, Instant scheduledAt, boolean again) {}

  /**
   * Sends a post; a draft is published first, or at the same time.
   *
   * @throws ConflictException when it was already sent, or there is nothing to send to
   * @throws TooManyException when the channel's quota is used up
   */
  public Post deliver(Caller caller, Channel channel, String postKey, Request request) {
    ChannelAccess.requireWriter(caller, channel);
    List<String> wanted = targets.require(channel, request.targets());
    Post post = posts.lookup().find(channel, postKey);
    preview.requireNoLeak(channel, post);
    Optional<Instant> time = new DeliveryTimes(clock).later(request.scheduledAt());
    Consumer<Post> start =
        found -> queue.add(caller.userId(), found, wanted, time.orElse(null), request.again());
    if (time.isPresent() && !post.isPublished()) {
      return posts.schedule().schedule(caller, channel, postKey, time.get(), start);
    }
    return posts.service().publish(caller, channel, postKey, start);
  }

  /** Whom a delivery of the channel would reach now. */
  public Audience audience(Caller caller, Channel channel) {
    ChannelAccess.requireWriter(caller, channel);
    return new Audience(
        targets.enabled(channel),
        recipientDao.countReaders(channel.id()),
        recipientDao.countPremiumReaders(channel.id(), clock.instant()),
        preferencesDao.count(channel.id(), clock.instant()),
        quota.daily(),
        quota.left(channel.id()));
  }
}
