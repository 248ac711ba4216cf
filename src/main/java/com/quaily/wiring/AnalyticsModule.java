package com.quaily.wiring;

import com.quaily.dao.ReactionDao;
import com.quaily.dao.StatisticsDao;
import com.quaily.dao.SubscriberGrowthDao;
import com.quaily.database.Database;
import com.quaily.resource.analytics.AnalyticsResource;
import com.quaily.resource.analytics.PostAnalyticsResource;
import com.quaily.resource.analytics.SubscriberAnalyticsResource;
import com.quaily.resource.analytics.ViewResource;
import com.quaily.service.analytics.Analytics;
import com.quaily.service.analytics.AnalyticsReports;
import com.quaily.service.analytics.ReaderStatistics;
import com.quaily.service.analytics.SubscriberReports;
import com.quaily.wiring.process.BackgroundLoop;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Reader statistics and their reports. */
final class AnalyticsModule implements ProgramModule {

  private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);

  private final Analytics analytics;
  private final AnalyticsReports reports;
  private final SubscriberReports subscriberReports;
  private final ReaderStatistics statistics;
  private final BackgroundLoop writing;

  AnalyticsModule(Database database, ChannelModule channels, PostModule posts, Clock clock) {
    StatisticsDao statisticsDao = database.dao(StatisticsDao.class);
    analytics = new Analytics(database, statisticsDao, clock);
    reports = new AnalyticsReports(statisticsDao, channels.access(), posts.lookup(), clock);
    subscriberReports =
        new SubscriberReports(database.dao(SubscriberGrowthDao.class), channels.access(), clock);
    statistics = new ReaderStatistics(statisticsDao, database.dao(ReactionDao.class));
    writing = new BackgroundLoop("reader-statistics", this::write);
  }

  Analytics analytics() {
    return analytics;
  }

  private Duration write() {
    analytics.writer().write();
    return BETWEEN_WRITES;
  }

  ReaderStatistics statistics() {
    return statistics;
  }

  @Override
  public List<Object> resources(Views views) {
    return List.of(
        new ViewResource(analytics.counter()),
        new AnalyticsResource(reports),
        new PostAnalyticsResource(reports),
        new SubscriberAnalyticsResource(subscriberReports));
  }

  @Override
  public void start() {
    writing.start();
  }

  /** Stops the loop, then writes the remaining counts. */
  @Override
  public void close() {
    writing.close();
    writing.runOnce();
  }
}
