package com.quaily.dao;

import com.quaily.model.analytics.BotCount;
import com.quaily.model.analytics.ChannelStatistics;
import com.quaily.model.analytics.Count;
import com.quaily.model.analytics.PeriodCount;
import com.quaily.model.analytics.PostCount;
import com.quaily.model.analytics.PostStatistics;
import com.quaily.model.analytics.SourceCount;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;

/** What is counted: views, reads, mails shown, bots, and what follows from them. */
public interface StatisticsDao {

  /** Adds to the posts' numbers. The rows are locked in the order of their ids. */
  void addPosts(@Param("counts") List<Count> counts);

  void addChannels(@Param("counts") List<Count> counts);

  void addPostDays(@Param("counts") List<Count> counts);

  /**
   * Adds to the sources of the days.
   *
   * @param bound when a channel's day has this many sources, new ones are kept as {@code (other)}
   */
  void addSourceDays(@Param("counts") List<Count> counts, @Param("bound") int bound);

  void addBotDays(@Param("counts") List<Count> counts);

  /** The channel of a published post. */
  Optional<Long> selectChannelOfPublished(long postId);

  /** The channel of the post, if the subscription is one to it. */
  Optional<Long> selectChannelOfMail(
      @Param("postId") long postId, @Param("traceId") UUID subscription);

  /** Posts without any number are left out. */
  List<PostStatistics> selectPosts(@Param("ids") List<Long> postIds);

  /** Empty when there is no such channel. */
  Optional<ChannelStatistics> selectChannel(long channelId);

  /**
   * A post by day, week or month; periods in which nothing happened are left out.
   *
   * @param period {@code day}, {@code week} or {@code month}
   * @param last included
   */
  List<PeriodCount> selectPeriods(
      @Param("postId") long postId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last,
      @Param("period") String period);

  /** As {@link #selectPeriods}, of all posts of a channel. */
  List<PeriodCount> selectChannelPeriods(
      @Param("channelId") long channelId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last,
      @Param("period") String period);

  /** The channel's posts, the most viewed first. */
  List<PostCount> selectPostCounts(
      @Param("channelId") long channelId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countPostCounts(
      @Param("channelId") long channelId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last);

  /**
   * Where readers came from, the most frequent first.
   *
   * @param postId 0 = all posts
   */
  List<SourceCount> selectSources(
      @Param("channelId") long channelId,
      @Param("postId") long postId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last,
      @Param("limit") int limit);

  /** Bots by reason, the most frequent first; {@code postId} 0 = all posts. */
  List<BotCount> selectBots(
      @Param("channelId") long channelId,
      @Param("postId") long postId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last);

  /**
   * A channel's published posts by score. Scores follow a moment after publications, so that for as
   * long there may be fewer than the limit.
   */
  List<PostVersion> selectVersionsByScore(
      @Param("channelId") long channelId, @Param("offset") int offset, @Param("limit") int limit);

  /**
   * Published posts of all channels by score.
   *
   * @param lang the language that posts are in, or their channel when they name none; empty = any
   * @param depth how many of the highest scores are looked at
   */
  List<Post> selectTrending(
      @Param("lang") String lang,
      @Param("depth") int depth,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countTrending(@Param("lang") String lang, @Param("depth") int depth);

  /** Channels by the best score among their posts. */
  List<Long> selectTrendingChannels(
      @Param("lang") String lang,
      @Param("depth") int depth,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countTrendingChannels(@Param("lang") String lang, @Param("depth") int depth);
}
