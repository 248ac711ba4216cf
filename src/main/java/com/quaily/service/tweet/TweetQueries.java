package com.quaily.service.tweet;

import com.quaily.dao.TweetDao;
import com.quaily.dao.TweetReplyDao;
import com.quaily.dao.UserDao;
import com.quaily.model.Caller;
import com.quaily.model.Limits;
import com.quaily.model.Slice;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.tweet.Tweet;
import com.quaily.model.tweet.TweetReply;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.subscription.Subscriptions;
import com.quaily.service.validation.PathIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads tweets. Premium tweets are masked for readers without a plan. */
public final class TweetQueries {

  private static final int LATEST = 3;

  private final TweetDao tweetDao;
  private final TweetReplyDao replyDao;
  private final UserDao userDao;
  private final ChannelAccess access;
  private final Subscriptions subscriptions;

  public TweetQueries(
      TweetDao tweetDao,
      TweetReplyDao replyDao,
      UserDao userDao,
      ChannelAccess access,
      Subscriptions subscriptions) {
    this.tweetDao = tweetDao;
    this.replyDao = replyDao;
    this.userDao = userDao;
    this.access = access;
    this.subscriptions = subscriptions;
  }

  /** The channel's tweets, newest first; with {@code open} only public ones. */
  public Slice<ShownTweet> list(
      Optional<Caller> caller, String channelKey, boolean open, int offset, int limit) {
    Channel channel = access.find(channelKey);
    if (!channel.hasTweets()) {
      return new Slice<>(List.of(), 0, offset, limit);
    }
    return new Slice<>(
        shown(caller, channel, tweetDao.select(channel.id(), open, offset, limit)),
        tweetDao.count(channel.id(), open),
        offset,
        limit);
  }

  /** The pinned tweets, newest first. */
  public List<ShownTweet> pinned(Optional<Caller> caller, String channelKey) {
    Channel channel = access.find(channelKey);
    return channel.hasTweets()
        ? shown(caller, channel, tweetDao.selectPinned(channel.id(), Limits.PINNED_TWEETS))
        : List.of();
  }

  /** A tweet as this caller may read it. */
  public ShownTweet get(Optional<Caller> caller, String tweetKey) {
    return show(caller, require(tweetKey));
  }

  /** A tweet as this caller may read it. */
  public ShownTweet show(Optional<Caller> caller, Tweet tweet) {
    return shown(caller, channel(tweet), List.of(tweet)).get(0);
  }

  private Channel channel(Tweet tweet) {
    return access.find(tweet.channelId());
  }

  private List<ShownTweet> shown(Optional<Caller> caller, Channel channel, List<Tweet> tweets) {
    boolean premium = subscriptions.isPremium(caller, channel);
    List<Long> readable =
        tweets.stream().filter(tweet -> premium || !tweet.premium()).map(Tweet::id).toList();
    List<TweetReply> replies = replyDao.selectLatest(readable, LATEST);
    Map<Long, User> users =
        users(
            Stream.concat(
                tweets.stream().map(Tweet::userId), replies.stream().map(TweetReply::userId)));
    return tweets.stream()
        .map(
            tweet ->
                new ShownTweet(
                    tweet,
                    users.get(tweet.userId()),
                    replies.stream()
                        .filter(reply -> reply.tweetId() == tweet.id())
                        .map(
                            reply ->
                                new ShownReply(reply, users.get(reply.userId()), Optional.empty()))
                        .toList(),
                    tweet.premium() && !premium))
        .toList();
  }

  private Map<Long, User> users(Stream<Long> ids) {
    return userDao.selectByIds(ids.distinct().toList()).stream()
        .collect(Collectors.toMap(User::id, Function.identity()));
  }

  /**
   * The replies to a tweet, newest first.
   *
   * @throws ForbiddenException when the tweet requires a plan that the caller does not have
   */
  public Slice<ShownReply> replies(
      Optional<Caller> caller, String tweetKey, int offset, int limit) {
    Tweet tweet = require(tweetKey);
    requireReadable(caller, tweet);
    return new Slice<>(
        shownReplies(replyDao.select(tweet.id(), offset, limit)),
        replyDao.count(tweet.id()),
        offset,
        limit);
  }

  /** A reply with its related objects. */
  public ShownReply show(TweetReply reply) {
    return shownReplies(List.of(reply)).get(0);
  }

  private List<ShownReply> shownReplies(List<TweetReply> replies) {
    List<Long> repliedIds =
        replies.stream().map(TweetReply::replyId).filter(id -> id != null).distinct().toList();
    Map<Long, TweetReply> replied =
        replyDao.selectByIds(repliedIds).stream()
            .collect(Collectors.toMap(TweetReply::id, Function.identity()));
    Map<Long, User> users =
        users(Stream.concat(replies.stream(), replied.values().stream()).map(TweetReply::userId));
    return replies.stream()
        .map(
            reply ->
                new ShownReply(
                    reply,
                    users.get(reply.userId()),
                    Optional.ofNullable(reply.replyId())
                        .map(replied::get)
                        .map(
                            other ->
                                new ShownReply(
                                    other, users.get(other.userId()), Optional.empty()))))
        .toList();
  }

  Tweet require(String tweetKey) {
    return PathIds.parse(tweetKey)
        .flatMap(tweetDao::selectById)
        .orElseThrow(() -> new NotFoundException(ErrorCode.TWEET_NOT_FOUND));
  }

  /**
   * @throws ForbiddenException when the caller may not read the tweet
   */
  Tweet requireReadable(Caller caller, String tweetKey) {
    Tweet tweet = require(tweetKey);
    requireReadable(Optional.of(caller), tweet);
    return tweet;
  }

  private void requireReadable(Optional<Caller> caller, Tweet tweet) {
    if (tweet.premium() && !subscriptions.isPremium(caller, channel(tweet))) {
      throw new ForbiddenException(ErrorCode.PAID_CONTENT);
    }
  }

  /**
   * A tweet for a certain reader.
   *
   * @param latest the newest replies
   * @param masked whether the content is hidden from the reader
   */
  public record ShownTweet(Tweet tweet, User user, List<ShownReply> latest, boolean masked) {}

  /**
   * A reply, its author and what it replies to.
   *
   * @param replied empty when it replies to the tweet, or when omitted
   */
  public record ShownReply(TweetReply reply, User user, Optional<ShownReply> replied) {}
}
