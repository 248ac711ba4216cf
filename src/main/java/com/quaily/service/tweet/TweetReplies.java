package com.quaily.service.tweet;

import com.quaily.dao.TweetReplyDao;
import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.error.NotFoundException;
import com.quaily.model.tweet.Tweet;
import com.quaily.model.tweet.TweetReply;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.validation.PathIds;
import java.time.Clock;
import java.time.Instant;

/** Replies to tweets. */
public final class TweetReplies {

  private final TweetReplyDao replyDao;
  private final TweetQueries queries;
  private final ChannelAccess access;
  private final Clock clock;

  public TweetReplies(
      TweetReplyDao replyDao, TweetQueries queries, ChannelAccess access, Clock clock) {
    this.replyDao = replyDao;
    this.queries = queries;
    this.access = access;
    this.clock = clock;
  }

  /**
   * Replies to a tweet.
   *
   * @param replyId the reply that it replies to; null or 0 = the tweet itself
   * @throws ForbiddenException when the caller may not read the tweet, or tweets are disabled
   */
  public TweetReply create(Caller caller, String tweetKey, Long replyId, String text) {
    Tweet tweet = queries.requireReadable(caller, tweetKey);
    if (!access.find(tweet.channelId()).hasTweets()) {
      throw new ForbiddenException(ErrorCode.TWEETS_CLOSED);
    }
    String checked = TweetService.checkText(text);
    Long answered = replyId == null || replyId == 0 ? null : replyId;
    if (answered != null
        && replyDao.selectById(answered).filter(r -> r.tweetId() == tweet.id()).isEmpty()) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "reply_id", "must be the id of a reply to the same tweet");
    }
    Instant now = clock.instant();
    return replyDao.insert(
        new TweetReply(
            0, answered, tweet.id(), tweet.channelId(), caller.userId(), checked, now, now));
  }

  /** Deletes a reply by the caller or to a tweet in a channel that they write for. */
  public void delete(Caller caller, String tweetKey, String replyKey) {
    Tweet tweet = queries.require(tweetKey);
    TweetReply reply =
        PathIds.parse(replyKey)
            .flatMap(replyDao::selectById)
            .filter(found -> found.tweetId() == tweet.id())
            .orElseThrow(() -> new NotFoundException(ErrorCode.REPLY_NOT_FOUND));
    if (reply.userId() != caller.userId()) {
      access.requireWriter(caller, tweet.channelId());
    }
    replyDao.delete(reply.id());
  }
}
