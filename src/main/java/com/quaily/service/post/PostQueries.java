package com.quaily.service.post;

import com.quaily.dao.PostDao;
import com.quaily.dao.SearchDao;
import com.quaily.dao.StatisticsDao;
import com.quaily.database.Database;
import com.quaily.model.Caller;
import com.quaily.model.Slice;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostChoice;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.Slug;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.subscription.Subscriptions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reading posts through the API. */
public final class PostQueries {

  private final PostDao postDao;
  private final PostCache postCache;
  private final PostOrder publishedOrder;
  private final PostOrder savedOrder;
  private final StatisticsDao statisticsDao;
  private final SearchDao searchDao;
  private final ChannelAccess access;
  private final PostLookup lookup;
  private final Subscriptions subscriptions;

  public PostQueries(
      Database database, ChannelAccess access, PostLookup lookup, Subscriptions subscriptions) {
    this.postDao = database.dao(PostDao.class);
    this.postCache = new PostCache(postDao);
    this.publishedOrder = PostOrder.ofPublished(postDao, postCache);
    this.savedOrder = PostOrder.ofSaved(postDao, postCache);
    this.statisticsDao = database.dao(StatisticsDao.class);
    this.searchDao = database.dao(SearchDao.class);
    this.access = access;
    this.lookup = lookup;
    this.subscriptions = subscriptions;
  }

  /** The channel to read from, by id or slug. */
  public Channel channel(String channelKey) {
    return access.find(channelKey);
  }

  /** A post that the caller may know of. */
  public Post get(Optional<Caller> caller, Channel channel, String postKey) {
    return lookup.findVisible(channel, postKey, caller);
  }

  /**
   * The channel's posts: for its writers all, last saved first, unless others are asked for; for
   * everybody else the published ones, newest first.
   *
   * @throws ForbiddenException when somebody else asks for drafts
   */
  public Slice<Post> list(
      Optional<Caller> caller, Channel channel, PostChoice choice, int offset, int limit) {
    if (choice == PostChoice.DRAFTS && !isWriter(caller, channel)) {
      throw new ForbiddenException(ErrorCode.FORBIDDEN);
    }
    PostChoice possible =
        choice == PostChoice.ALL && !isWriter(caller, channel) ? PostChoice.PUBLISHED : choice;
    int total = Math.toIntExact(count(possible, channel));
    List<Post> posts = offset < total ? select(possible, channel, total, offset, limit) : List.of();
    return new Slice<>(posts, total, offset, limit);
  }

  private List<Post> select(PostChoice choice, Channel channel, int total, int offset, int limit) {
    return switch (choice) {
      case ALL -> savedOrder.select(channel, total, offset, limit);
      case DRAFTS -> postCache.get(postDao.selectDraftVersions(channel.id(), offset, limit));
      case PUBLISHED -> publishedOrder.select(channel, total, offset, limit);
      // From the top only: scores come a moment after publications, and the total is of these.
      case BY_SCORE ->
          postCache.get(statisticsDao.selectVersionsByScore(channel.id(), offset, limit));
      case FREE -> selectByKind(channel.id(), false, total, offset, limit);
      case PREMIUM -> selectByKind(channel.id(), true, total, offset, limit);
    };
  }

  /** The database goes past all that an offset passes over; from the other end they are fewer. */
  private List<Post> selectByKind(
      long channelId, boolean premium, int total, int offset, int limit) {
    if (offset <= total / 2) {
      return postCache.get(searchDao.selectVersionsByKind(channelId, premium, offset, limit));
    }
    int rest = total - offset;
    int size = Math.min(limit, rest);
    return postCache.get(
        searchDao.selectVersionsByKindFromOldest(channelId, premium, rest - size, size));
  }

  private long count(PostChoice choice, Channel channel) {
    return switch (choice) {
      case ALL -> postDao.countAll(channel.id());
      case DRAFTS -> postDao.countAll(channel.id()) - channel.publishedPosts();
      case PUBLISHED, BY_SCORE -> channel.publishedPosts();
      case FREE -> channel.publishedPosts() - searchDao.countPremium(channel.id());
      case PREMIUM -> searchDao.countPremium(channel.id());
    };
  }

  /** The channel's published posts with these ids, in their order; unknown ones are left out. */
  public List<Post> published(long channelId, List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return postDao.selectPublishedInOrder(channelId, ids).stream()
        .sorted(Comparator.comparingInt(post -> ids.indexOf(post.id())))
        .toList();
  }

  /** Published posts of the same channel about the same, nearest first. */
  public List<PostSummary> similar(Post post) {
    return searchDao.selectSimilarPosts(post.id());
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
    Post post = lookup.findVisible(channel, postKey, Optional.of(caller));
    if (post.hasPaidContent() && !mayReadPaid(Optional.of(caller), channel)) {
      throw new ForbiddenException(ErrorCode.PAID_CONTENT);
    }
    return post;
  }

  /** Whether the caller may read what is behind the channel's paywall. */
  public boolean mayReadPaid(Optional<Caller> caller, Channel channel) {
    return subscriptions.isPremium(caller, channel);
  }

  private static boolean isWriter(Optional<Caller> caller, Channel channel) {
    return caller.filter(c -> channel.isWrittenBy(c.userId())).isPresent();
  }
}
