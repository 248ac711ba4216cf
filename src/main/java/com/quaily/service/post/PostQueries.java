package com.quaily.service.post;

import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.PostDao;
import com.quaily.dao.SearchDao;
import com.quaily.dao.StatisticsDao;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.Slice;
import com.quaily.model.channel.Channel;
import com.quaily.model.delivery.PostDelivery;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostChoice;
import com.quaily.model.post.PostFilter;
import com.quaily.model.post.PostSummary;
import com.quaily.model.post.Slug;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.subscription.Subscriptions;
import com.quaily.service.validation.FieldValidator;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads posts for the API. */
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
  private final DeliveryTaskDao deliveryDao;

  public PostQueries(
      PostDao postDao,
      StatisticsDao statisticsDao,
      SearchDao searchDao,
      ChannelAccess access,
      PostLookup lookup,
      Subscriptions subscriptions,
      DeliveryTaskDao deliveryDao) {
    this.postDao = postDao;
    this.postCache = new PostCache(postDao);
    this.publishedOrder = PostOrder.ofPublished(postDao, postCache);
    this.savedOrder = PostOrder.ofSaved(postDao, postCache);
    this.statisticsDao = statisticsDao;
    this.searchDao = searchDao;
    this.access = access;
    this.lookup = lookup;
    this.subscriptions = subscriptions;
    this.deliveryDao = deliveryDao;
  }

  /** The channel to read from, by id or slug. */
  public Channel channel(String channelKey) {
    return access.find(channelKey);
  }

  /** When each of these posts was last sent, by its id; those that never were are missing. */
  public Map<Long, Instant> lastDelivered(List<Post> posts) {
    return deliveryDao.selectLastStarts(posts.stream().map(Post::id).toList()).stream()
        .collect(Collectors.toMap(PostDelivery::postId, PostDelivery::startedAt));
  }

  /** A post that the caller may see. */
  public Post get(Optional<Caller> caller, Channel channel, String postKey) {
    return lookup.findVisible(channel, postKey, caller);
  }

  /**
   * The channel's posts. Writers get all, last saved first, unless they request otherwise; other
   * callers get the published ones, newest first.
   */
  public Slice<Post> list(
      Optional<Caller> caller, Channel channel, PostChoice choice, int offset, int limit) {
    if (choice.isForWriters()) {
      return search(
          caller, channel, PostFilter.containing(channel.id(), choice, ""), offset, limit);
    }
    PostChoice possible =
        choice == PostChoice.ALL && !isWriter(caller, channel) ? PostChoice.PUBLISHED : choice;
    int total = Math.toIntExact(count(possible, channel));
    List<Post> posts = offset < total ? select(possible, channel, total, offset, limit) : List.of();
    return new Slice<>(posts, total, offset, limit);
  }

  /**
   * The posts of a choice that contain a text in title, summary or content.
   *
   * @throws ForbiddenException unless the caller is one of the channel's writers
   */
  public Slice<Post> search(
      Optional<Caller> caller,
      Channel channel,
      PostChoice choice,
      String text,
      int offset,
      int limit) {
    String line = FieldValidator.line("q", text, Limits.QUERY);
    return search(
        caller, channel, PostFilter.containing(channel.id(), choice, line), offset, limit);
  }

  private Slice<Post> search(
      Optional<Caller> caller, Channel channel, PostFilter filter, int offset, int limit) {
    Caller writer =
        caller.orElseThrow(() -> new UnauthorizedException(ErrorCode.AUTHENTICATION_REQUIRED));
    ChannelAccess.requireWriter(writer, channel);
    long total = postDao.countFiltered(filter);
    List<Post> posts =
        offset < total
            ? postCache.get(postDao.selectVersionsFiltered(filter, offset, limit))
            : List.of();
    return new Slice<>(posts, total, offset, limit);
  }

  private List<Post> select(PostChoice choice, Channel channel, int total, int offset, int limit) {
    return switch (choice) {
      case ALL -> savedOrder.select(channel, total, offset, limit);
      case PUBLISHED -> publishedOrder.select(channel, total, offset, limit);
      // Trending posts only from the start: scores follow publications with a delay, and the total
      // counts scored posts.
      case BY_SCORE ->
          postCache.get(statisticsDao.selectVersionsByScore(channel.id(), offset, limit));
      case FREE -> selectByKind(channel.id(), false, total, offset, limit);
      case PREMIUM -> selectByKind(channel.id(), true, total, offset, limit);
      case DRAFT, SCHEDULED, TRASH -> throw new IllegalArgumentException(choice.name());
    };
  }

  /**
   * The database must skip all rows before an offset; counting from the other end can be shorter.
   */
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
      case PUBLISHED, BY_SCORE -> channel.publishedPosts();
      case FREE -> channel.publishedPosts() - searchDao.countPremium(channel.id());
      case PREMIUM -> searchDao.countPremium(channel.id());
      case DRAFT, SCHEDULED, TRASH -> throw new IllegalArgumentException(choice.name());
    };
  }

  /** The channel's published posts with these ids, in order; omits unknown ones. */
  public List<Post> published(long channelId, List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return postDao.selectPublishedInOrder(channelId, ids).stream()
        .sorted(Comparator.comparingInt(post -> ids.indexOf(post.id())))
        .toList();
  }

  /** Similar published posts of the same channel, most similar first. */
  public List<PostSummary> similar(Post post) {
    return searchDao.selectSimilarPosts(post.id());
  }

  /** Whether the slug is in use in the channel. */
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

  /** Whether the caller may read the channel's paid content. */
  public boolean mayReadPaid(Optional<Caller> caller, Channel channel) {
    return subscriptions.isPremium(caller, channel);
  }

  private static boolean isWriter(Optional<Caller> caller, Channel channel) {
    return caller.filter(c -> channel.isWrittenBy(c.userId())).isPresent();
  }
}
