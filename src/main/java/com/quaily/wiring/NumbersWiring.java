package com.quaily.wiring;

import com.quaily.database.Database;
import com.quaily.resource.analytics.AnalyticsResource;
import com.quaily.resource.analytics.PostAnalyticsResource;
import com.quaily.resource.analytics.ViewResource;
import com.quaily.resource.composer.ComposerResource;
import com.quaily.resource.composer.ComposerTaskResource;
import com.quaily.resource.credit.ReferenceDataResource;
import com.quaily.resource.credit.CreditResource;
import com.quaily.resource.payment.PaymentResource;
import com.quaily.resource.post.ReactionResource;
import com.quaily.resource.search.ChannelSearchResource;
import com.quaily.resource.search.ExploreResource;
import com.quaily.resource.search.PostSearchResource;
import com.quaily.service.analytics.Analytics;
import com.quaily.service.analytics.AnalyticsReports;
import com.quaily.service.analytics.ReaderStatistics;
import com.quaily.service.channel.ChannelAccess;
import com.quaily.service.composer.ComposerService;
import com.quaily.service.composer.LocalComposer;
import com.quaily.service.credit.ReferenceData;
import com.quaily.service.credit.CreditService;
import com.quaily.service.credit.ReferralService;
import com.quaily.service.post.ReactionService;
import com.quaily.service.search.SearchIndexer;
import com.quaily.service.search.SearchService;
import java.time.Clock;
import java.util.List;

/** Builds what counts, searches and helps writers. */
public final class NumbersWiring implements AutoCloseable {

  private final Analytics analytics;
  private final AnalyticsReports reports;
  private final ReaderStatistics metrics;
  private final SearchService searchService;
  private final ReactionService reactionService;
  private final ComposerService composerService;
  private final CreditService creditService;
  private final ReferralService referralService;
  private final ReferenceData catalogue;
  private final NumbersBeat beat;

  NumbersWiring(Database database, PageWiring pages, ServiceWiring services, Clock clock) {
    ChannelAccess access = services.access();
    analytics = new Analytics(database, clock);
    reports = new AnalyticsReports(database, access, services.finder(), clock);
    metrics = new ReaderStatistics(database);
    searchService = new SearchService(database, access);
    reactionService = new ReactionService(database, clock);
    composerService = new ComposerService(database, new LocalComposer(pages.markdown()), clock);
    creditService = new CreditService(database, clock);
    referralService = new ReferralService(database, clock);
    catalogue = new ReferenceData(clock);
    beat = new NumbersBeat(analytics.writer(), new SearchIndexer(database));
  }

  ReaderStatistics metrics() {
    return metrics;
  }

  /** Gives people credit. */
  public CreditService creditService() {
    return creditService;
  }

  /** What of this the API offers. */
  List<Object> resources(Views views) {
    return List.of(
        new ViewResource(analytics.counter()),
        new AnalyticsResource(reports),
        new PostAnalyticsResource(reports),
        new PostSearchResource(searchService, views.posts()),
        new ChannelSearchResource(searchService, views.channels()),
        new ExploreResource(searchService, views.posts(), views.channels()),
        new ReactionResource(reactionService, views.posts()),
        new ComposerResource(composerService),
        new ComposerTaskResource(composerService),
        new CreditResource(creditService),
        new ReferenceDataResource(catalogue, referralService, views.users()),
        new PaymentResource());
  }

  /** Begins to write and index; the database has its schema by then. */
  void start() {
    beat.start();
  }

  /** Writes what was counted last. */
  @Override
  public void close() {
    beat.close();
  }
}
