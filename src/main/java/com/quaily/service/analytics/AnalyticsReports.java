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

/** Reader statistics for a channel's writers. */
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

  /** A post's counts, without empty periods. */
  public PostReport post(Caller caller, String channelKey, String postKey, ReportRange range) {
    Channel channel = access.requireWriter(caller, channelKey);
    Post post = lookup.find(channel, postKey);
    return new PostReport(
        post,
        statisticsDao.selectPeriods(post.id(), range.first(), range.last(), range.period()),
        statisticsDao.selectSources(channel.id(), post.id(), range.first(), range.last(), SOURCES),
        statisticsDao.selectBots(channel.id(), post.id(), range.first(), range.last()));
  }

  /** The channel's posts, most viewed first, and their totals by period. */
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

  /** The sources of visits, and the bots. */
  public SourcesReport sources(Caller caller, String channelKey, ReportRange range) {
    Channel channel = access.requireWriter(caller, channelKey);
    return new SourcesReport(
        statisticsDao.selectSources(channel.id(), 0, range.first(), range.last(), SOURCES),
        statisticsDao.selectBots(channel.id(), 0, range.first(), range.last()));
  }

  /** The report on a post. */
  public record PostReport(
      Post post, List<PeriodCount> periods, List<SourceCount> sources, List<BotCount> bots) {}

  /** The report on a channel's posts. */
  public record PostsReport(Slice<PostCount> posts, List<PeriodCount> periods) {}

  /** The report on sources. */
  public record SourcesReport(List<SourceCount> sources, List<BotCount> bots) {}
}
