package com.quaily.service;

import com.quaily.dao.ChannelDao;
import com.quaily.dao.Database;
import com.quaily.dao.PostDao;
import com.quaily.model.Caller;
import com.quaily.model.Channel;
import com.quaily.model.ErrorCode;
import com.quaily.model.ForbiddenException;
import com.quaily.model.Post;
import com.quaily.model.Slice;
import com.quaily.model.Slug;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reading posts through the API. */
public final class PostReading {

  private final ChannelDao channelDao;
  private final PostDao postDao;
  private final ChannelAccess access;
  private final PostFinder finder;
  private final Memberships memberships;

  public PostReading(
      Database database, ChannelAccess access, PostFinder finder, Memberships memberships) {
    this.channelDao = database.dao(ChannelDao.class);
    this.postDao = database.dao(PostDao.class);
    this.access = access;
    this.finder = finder;
    this.memberships = memberships;
  }

  /** A post that the caller may know of. */
  public Post get(Optional<Caller> caller, String channelKey, String postKey) {
    return finder.findVisible(access.find(channelKey), postKey, caller);
  }

  /**
   * The channel's posts: for its writers all, last saved first, unless only published ones are
   * asked for; for others the published ones, newest first.
   */
  public Slice<Post> list(
      Optional<Caller> caller, String channelKey, boolean publishedOnly, int offset, int limit) {
    Channel channel = access.find(channelKey);
    if (publishedOnly || !isWriter(caller, channel)) {
      return new Slice<>(
          postDao.selectPublished(channel.id(), offset, limit),
          channelDao.selectPublishedPosts(channel.id()),
          offset,
          limit);
    }
    return new Slice<>(
        postDao.selectAll(channel.id(), offset, limit),
        postDao.countAll(channel.id()),
        offset,
        limit);
  }

  /** Published posts with these ids, in the order of the ids; unknown ones are left out. */
  public List<Post> listByIds(String channelKey, List<Long> ids) {
    Channel channel = access.find(channelKey);
    return postDao.selectPublishedInOrder(channel.id(), ids).stream()
        .sorted(Comparator.comparingInt(post -> ids.indexOf(post.id())))
        .toList();
  }

  /** Whether the slug is taken in the channel. */
  public boolean slugExists(Caller caller, String channelKey, String slug) {
    Channel channel = access.requireWriter(caller, channelKey);
    return Slug.isValid(slug) && postDao.selectBySlug(channel.id(), slug).isPresent();
  }

  /**
   * A post with its paid part.
   *
   * @throws ForbiddenException when the post has one and the caller may not read it
   */
  public Post content(Caller caller, String channelKey, String postKey) {
    Channel channel = access.find(channelKey);
    Post post = finder.findVisible(channel, postKey, Optional.of(caller));
    if (post.hasPaidContent() && !mayReadPaid(Optional.of(caller), channel)) {
      throw new ForbiddenException(ErrorCode.PAID_CONTENT);
    }
    return post;
  }

  /** Whether the caller may read what is behind the channel's paywall. */
  public boolean mayReadPaid(Optional<Caller> caller, Channel channel) {
    return memberships.isPremium(caller, channel);
  }

  private static boolean isWriter(Optional<Caller> caller, Channel channel) {
    return caller.filter(c -> channel.isWrittenBy(c.userId())).isPresent();
  }
}
