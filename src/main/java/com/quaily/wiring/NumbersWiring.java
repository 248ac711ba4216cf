package com.quaily.wiring;

import com.quaily.dao.Database;
import com.quaily.page.markdown.Markdown;
import com.quaily.resource.AnalyticsResource;
import com.quaily.resource.CatalogueResource;
import com.quaily.resource.ChannelSearchResource;
import com.quaily.resource.ComposerResource;
import com.quaily.resource.ComposerTaskResource;
import com.quaily.resource.CreditResource;
import com.quaily.resource.ExploreResource;
import com.quaily.resource.PlannedResource;
import com.quaily.resource.PostSearchResource;
import com.quaily.resource.ReactionResource;
import com.quaily.resource.ViewResource;
import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.PostViews;
import com.quaily.resource.view.UserViews;
import com.quaily.service.ChannelAccess;
import com.quaily.service.PostFinder;
import com.quaily.service.ReactionService;
import com.quaily.service.analytics.Analytics;
import com.quaily.service.analytics.AnalyticsReports;
import com.quaily.service.analytics.Metrics;
import com.quaily.service.composer.ComposerService;
import com.quaily.service.composer.LocalComposer;
import com.quaily.service.credit.Catalogue;
import com.quaily.service.credit.CreditService;
import com.quaily.service.credit.ReferralService;
import com.quaily.service.search.SearchIndexer;
import com.quaily.service.search.SearchService;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds what counts, searches and helps writers; once a second, what was counted is written and
 * the search index follows what was written elsewhere.
 */
public final class NumbersWiring implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NumbersWiring.class);

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How many times as long as it works the indexing rests. */
  private static final int REST = 3;

  private final Analytics analytics;
  private final AnalyticsReports reports;
  private final Metrics metrics;
  private final SearchIndexer indexer;
  private final SearchService searchService;
  private final ReactionService reactionService;
  private final ComposerService composerService;
  private final CreditService creditService;
  private final ReferralService referralService;
  private final Catalogue catalogue;
  private final ScheduledThreadPoolExecutor beat =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "numbers");
            thread.setDaemon(true);
            return thread;
          },
          // Once closed nothing more begins.
          new ThreadPoolExecutor.DiscardPolicy());

  private boolean started;

  NumbersWiring(
      Database database, ChannelAccess access, PostFinder finder, Markdown markdown, Clock clock) {
    beat.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    analytics = new Analytics(database, clock);
    reports = new AnalyticsReports(database, access, finder, clock);
    metrics = new Metrics(database);
    indexer = new SearchIndexer(database);
    searchService = new SearchService(database, access);
    reactionService = new ReactionService(database, clock);
    composerService = new ComposerService(database, new LocalComposer(markdown), clock);
    creditService = new CreditService(database, clock);
    referralService = new ReferralService(database, clock);
    catalogue = new Catalogue(clock);
  }

  Metrics metrics() {
    return metrics;
  }

  /** Gives people credit. */
  public CreditService creditService() {
    return creditService;
  }

  List<Object> resources(UserViews userViews, ChannelViews channelViews, PostViews postViews) {
    return List.of(
        new ViewResource(analytics.counter()),
        new AnalyticsResource(reports),
        new PostSearchResource(searchService, postViews),
        new ChannelSearchResource(searchService, channelViews),
        new ExploreResource(searchService, postViews, channelViews),
        new ReactionResource(reactionService, postViews),
        new ComposerResource(composerService),
        new ComposerTaskResource(composerService),
        new CreditResource(creditService),
        new CatalogueResource(catalogue, referralService, userViews),
        new PlannedResource());
  }

  /** Begins to write and index; the database has its schema by then. */
  synchronized void start() {
    if (started) {
      return;
    }
    started = true;
    // It never completes, and the work itself lets no exception out.
    @SuppressWarnings("unused")
    Future<?> unused = beat.scheduleWithFixedDelay(this::writeCounts, 1, 1, TimeUnit.SECONDS);
    scheduleIndexing(SECOND_NANOS);
  }

  private void writeCounts() {
    trying("counts", analytics.writer()::write);
  }

  /** One batch, then a rest: the index can wait for those who write and read. */
  private void index() {
    long begin = System.nanoTime();
    AtomicBoolean more = new AtomicBoolean();
    trying("search index", () -> more.set(indexer.follow()));
    long rest = REST * (System.nanoTime() - begin);
    scheduleIndexing(more.get() ? rest : Math.max(rest, SECOND_NANOS));
  }

  private void scheduleIndexing(long delayNanos) {
    @SuppressWarnings("unused")
    Future<?> unused = beat.schedule(this::index, delayNanos, TimeUnit.NANOSECONDS);
  }

  /** What fails is tried again a second later; nothing is lost meanwhile. */
  private static void trying(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("{} not written, will try again: {}", what, e.getMessage());
      LOG.debug("{} not written", what, e);
    }
  }

  /** Writes what was counted last. */
  @Override
  public void close() {
    beat.shutdown();
    try {
      if (!beat.awaitTermination(10, TimeUnit.SECONDS)) {
        beat.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    trying("counts", analytics.writer()::write);
  }
}
