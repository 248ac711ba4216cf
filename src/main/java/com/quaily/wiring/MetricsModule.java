package com.quaily.wiring;

import static com.quaily.metrics.Measure.counter;
import static com.quaily.metrics.Measure.gauge;

import com.quaily.dao.DeliveryTaskDao;
import com.quaily.dao.PageDao;
import com.quaily.database.ChangeFeed;
import com.quaily.delivery.transport.CountedTransport;
import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import com.quaily.metrics.Measure;
import com.quaily.metrics.Metrics;
import com.quaily.metrics.RequestMeters;
import com.quaily.model.error.UnavailableException;
import com.quaily.routing.cache.CacheCounters.Tier;
import com.quaily.routing.cache.PageCache;
import com.quaily.service.ai.AiReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Collects the figures of all parts; docs/operations.md lists them. */
final class MetricsModule {

  private final List<Measure> measures = new ArrayList<>();
  private final Metrics metrics;

  /**
   * @param written the number of pages that this process has stored
   */
  MetricsModule(
      RequestMeters requests,
      PageCache cache,
      Optional<Modules> modules,
      Optional<ChangeFeed> changeFeed,
      LongAdder written) {
    cache(cache);
    changeFeed.ifPresent(
        feed ->
            measures.add(
                gauge(
                    "quaily.change.feed.lag.seconds",
                    "Since when the change feed was not heard",
                    () -> feed.silence().toMillis() / 1e3)));
    modules.ifPresent(
        needed -> {
          database(needed);
          jobs(needed);
          mails("system", needed.mail().mailer()::sent, needed.mail().mailer()::failed);
          CountedTransport posts = needed.delivery().transport();
          mails("post", posts::sent, posts::failed);
          deliveries(needed);
          ai(needed);
          measures.add(counter("quaily.pages.written", "Pages stored", written::sum));
        });
    metrics = new Metrics(requests, measures);
  }

  private void cache(PageCache cache) {
    tier(cache.counters().memory(), "memory", cache::bytes);
    tier(cache.counters().disk(), "disk", cache::diskBytes);
  }

  private void tier(Tier tier, String name, DoubleSupplier bytes) {
    measures.add(counter("quaily.cache.hits", "Pages found", tier::hits, "tier", name));
    measures.add(counter("quaily.cache.misses", "Pages not found", tier::misses, "tier", name));
    measures.add(
        counter("quaily.cache.evictions", "Pages that made room", tier::evictions, "tier", name));
    measures.add(gauge("quaily.cache.bytes", "Size of the pages", bytes, "tier", name));
  }

  private void database(Modules modules) {
    measures.add(
        gauge(
            "quaily.db.connections.active",
            "Connections in use",
            () -> modules.database().poolUse().active()));
    measures.add(
        gauge(
            "quaily.db.connections.idle",
            "Connections not in use",
            () -> modules.database().poolUse().idle()));
    measures.add(
        gauge(
            "quaily.db.connections.max",
            "Connections at most",
            () -> modules.database().poolUse().maximum()));
    PageDao pageDao = modules.database().dao(PageDao.class);
    measures.add(
        gauge(
            "quaily.page.changes.waiting",
            "Changes whose pages do not follow yet",
            fromDatabase(pageDao::countChanges)));
  }

  private void jobs(Modules modules) {
    measures.add(
        gauge(
            "quaily.jobs.waiting",
            "Jobs that are due and not begun",
            fromDatabase(modules.waitingJobs()::countDue)));
    Stream.concat(
            modules.jobHandlers().stream().map(JobHandler::type).map(type -> type.name()),
            modules.recurringJobs().stream().map(RecurringJob::name))
        .distinct()
        .forEach(
            name ->
                measures.add(
                    counter(
                        "quaily.jobs.failed",
                        "Runs of jobs that failed",
                        () -> modules.jobFailures().count(name),
                        "name",
                        name)));
  }

  private void mails(String kind, DoubleSupplier sent, DoubleSupplier failed) {
    measures.add(
        counter("quaily.mails.sent", "Emails that the mail server accepted", sent, "kind", kind));
    measures.add(
        counter(
            "quaily.mails.failed",
            "Emails that the mail server did not accept",
            failed,
            "kind",
            kind));
  }

  private void deliveries(Modules modules) {
    DeliveryTaskDao taskDao = modules.database().dao(DeliveryTaskDao.class);
    measures.add(
        gauge(
            "quaily.deliveries.waiting",
            "Deliveries that wait for somebody or for a mail server",
            fromDatabase(taskDao::countWaiting)));
    measures.add(
        gauge(
            "quaily.delivery.lag.seconds",
            "Age of the oldest due message",
            fromDatabase(() -> lag(taskDao.selectEarliestDue(), modules.clock()))));
  }

  /** Seconds since a moment; 0 when there is none or it is to come. */
  private static double lag(Optional<Instant> due, Clock clock) {
    return due.map(
            moment -> Math.max(0, Duration.between(moment, clock.instant()).toMillis() / 1e3))
        .orElse(0.0);
  }

  private void ai(Modules modules) {
    AiReport report = modules.ai().report();
    measures.add(
        gauge(
            "quaily.ai.tasks.waiting",
            "AI tasks that no proxy has",
            fromDatabase(report::countPending)));
    for (String name : report.proxyNames()) {
      measures.add(
          gauge(
              "quaily.ai.proxy.available",
              "1 if this process gives the proxy tasks; 0 while it is cooling down or considered broken",
              fromDatabase(() -> report.isAvailable(name) ? 1 : 0),
              "proxy",
              name));
    }
  }

  /** Not a number while the database cannot be reached. */
  private static DoubleSupplier fromDatabase(DoubleSupplier count) {
    return () -> {
      try {
        return count.getAsDouble();
      } catch (UnavailableException e) {
        return Double.NaN;
      }
    };
  }

  Metrics metrics() {
    return metrics;
  }
}
