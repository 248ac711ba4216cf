package com.quaily.service.analytics;

import com.quaily.dao.StatisticsDao;
import com.quaily.model.Caller;
import com.quaily.model.Slice;
import com.quaily.model.analytics.BotCount;
import com.quaily.model.analytics.PeriodCount;
import com.quaily.model.analytics.PostCount;
import com.quaily.model.analytics.SourceCount;
import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.post.PostLookup;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What a channel's writers are told of its readers. */
public final class AnalyticsReports {

  private static final int SOURCES = 100;

  private final StatisticsDao statisticsDao;
  private final ChannelAccess access;
  private final PostLookup lookup;
  private final Clock clock;

  public AnalyticsReports(
      StatisticsDao statisticsDao, ChannelAccess access, PostLookup lookup, Clock clock) {
    this.statisticsDao = statisticsDao;
    this.access = access;
    this.lookup = lookup;
    this.clock = clock;
  }

  /** Today, in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** A post's numbers: periods in which nothing happened are left out. */
  public PostReport post(Caller caller, String channelKey, String postKey, ReportRange range) {
    Channel channel = access.requireWriter(caller, channelKey);
    Post post = lookup.find(channel, postKey);
    return new PostReport(
        post,
        statisticsDao.selectPeriods(post.id(), range.first(), range.last(), range.period()),
        statisticsDao.selectSources(channel.id(), post.id(), range.first(), range.last(), SOURCES),
        statisticsDao.selectBots(channel.id(), post.id(), range.first(), range.last()));
  }

  /** The channel's posts, the most viewed first, and all of them together by period. */
  public PostsReport posts(
      Caller caller, String channelKey, ReportRange range, int offset, int limit) {
    Channel channel = access.requireWriter(caller, channelKey);
    return new PostsReport(
        new Slice<>(
            statisticsDao.selectPostCounts(
                channel.id(), range.first(), range.last(), offset, limit),
            statisticsDao.countPostCounts(channel.id(), range.first(), range.last()),
            offset,
            limit),
        statisticsDao.selectChannelPeriods(
            channel.id(), range.first(), range.last(), range.period()));
  }

  /** Where the channel's readers came from, and which programs came. */
  public SourcesReport sources(Caller caller, String channelKey, ReportRange range) {
    Channel channel = access.requireWriter(caller, channelKey);
    return new SourcesReport(
        statisticsDao.selectSources(channel.id(), 0, range.first(), range.last(), SOURCES),
        statisticsDao.selectBots(channel.id(), 0, range.first(), range.last()));
  }

  /** What there is to tell of one post. */
  public record PostReport(
      Post post, List<PeriodCount> periods, List<SourceCount> sources, List<BotCount> bots) {}

  /** What there is to tell of a channel's posts. */
  public record PostsReport(Slice<PostCount> posts, List<PeriodCount> periods) {}

  /** Where readers came from. */
  public record SourcesReport(List<SourceCount> sources, List<BotCount> bots) {}
}
