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

/** Reader statistics: views, reads, email opens, bots and scores. */
public interface StatisticsDao {

  /** Increases the posts' counts. Locks the rows in the order of their ids. */
  void addPosts(@Param("counts") List<Count> counts);

  void addChannels(@Param("counts") List<Count> counts);

  void addPostDays(@Param("counts") List<Count> counts);

  /**
   * Increases the counts of the days' sources.
   *
   * @param bound once a channel has this many sources on a day, new ones are counted as {@code
   *     (other)}
   */
  void addSourceDays(@Param("counts") List<Count> counts, @Param("bound") int bound);

  void addBotDays(@Param("counts") List<Count> counts);

  /** The channel of a published post. */
  Optional<Long> selectChannelOfPublished(long postId);

  /** The channel of the post, if the subscription belongs to that channel. */
  Optional<Long> selectChannelOfMail(
      @Param("postId") long postId, @Param("traceId") UUID subscription);

  /** Omits posts without counts. */
  List<PostStatistics> selectPosts(@Param("ids") List<Long> postIds);

  /** Empty if the channel does not exist. */
  Optional<ChannelStatistics> selectChannel(long channelId);

  /**
   * A post's counts by day, week or month, without periods that have none.
   *
   * @param period {@code day}, {@code week} or {@code month}
   * @param last included
   */
  List<PeriodCount> selectPeriods(
      @Param("postId") long postId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last,
      @Param("period") String period);

  /** Like {@link #selectPeriods}, for all posts of a channel. */
  List<PeriodCount> selectChannelPeriods(
      @Param("channelId") long channelId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last,
      @Param("period") String period);

  /** The channel's posts, most viewed first. */
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
   * The sources of visits, most frequent first.
   *
   * @param postId 0 = all posts
   */
  List<SourceCount> selectSources(
      @Param("channelId") long channelId,
      @Param("postId") long postId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last,
      @Param("limit") int limit);

  /** Bots by reason, most frequent first; {@code postId} 0 = all posts. */
  List<BotCount> selectBots(
      @Param("channelId") long channelId,
      @Param("postId") long postId,
      @Param("first") LocalDate first,
      @Param("last") LocalDate last);

  /**
   * A channel's published posts by score. Scores are updated shortly after publication; until then
   * there may be fewer results than the limit.
   */
  List<PostVersion> selectVersionsByScore(
      @Param("channelId") long channelId, @Param("offset") int offset, @Param("limit") int limit);

  /**
   * Published posts of all channels by score.
   *
   * @param lang language of the post, or of its channel if the post has none; empty = any
   * @param depth number of highest scores considered
   */
  List<Post> selectTrending(
      @Param("lang") String lang,
      @Param("depth") int depth,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countTrending(@Param("lang") String lang, @Param("depth") int depth);

  /** Channels by their best post's score. */
  List<Long> selectTrendingChannels(
      @Param("lang") String lang,
      @Param("depth") int depth,
      @Param("offset") int offset,
      @Param("limit") int limit);

  long countTrendingChannels(@Param("lang") String lang, @Param("depth") int depth);
}
