package com.quaily.wiring;

import com.quaily.dao.Database;
import com.quaily.dao.LoginCodeDao;
import com.quaily.dao.PreviewTokenDao;
import com.quaily.dao.SessionDao;
import com.quaily.dao.SubscriptionDao;
import com.quaily.page.publishing.RefreshPagesHandler;
import com.quaily.page.publishing.RenderChannelHandler;
import com.quaily.page.publishing.SiteSitemapHandler;
import com.quaily.task.JobHandler;
import com.quaily.task.JobRunner;
import com.quaily.task.RecurringJob;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Builds the worker: every job with its handler. */
final class WorkerWiring {

  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(30);

  private WorkerWiring() {}

  static JobRunner runner(Backend backend, int threads) {
    return new JobRunner(
        backend.database().dataSource(), handlers(backend), recurring(backend), threads, name());
  }

  private static List<JobHandler<?>> handlers(Backend backend) {
    PageWiring pages = backend.pages();
    return List.of(
        new RefreshPagesHandler(pages.publisher()),
        new RenderChannelHandler(
            backend.database(), pages.channelRenderer(), pages.sitePages(), backend.clock()),
        new SiteSitemapHandler(pages.sitePages()));
  }

  private static List<RecurringJob> recurring(Backend backend) {
    Database database = backend.database();
    Clock clock = backend.clock();
    return List.of(
        new RecurringJob(
            "forgotten-changes",
            Duration.ofMinutes(1),
            () ->
                backend
                    .pages()
                    .publisher()
                    .refreshForgotten(clock.instant().minus(FORGOTTEN_AFTER))),
        new RecurringJob(
            "expired-secrets",
            Duration.ofHours(1),
            () -> deleteExpired(database, clock.instant())));
  }

  private static void deleteExpired(Database database, Instant now) {
    database.dao(SessionDao.class).deleteExpired(now);
    database.dao(LoginCodeDao.class).deleteExpired(now.minus(Duration.ofHours(2)));
    database.dao(PreviewTokenDao.class).deleteExpired(now);
    database.dao(SubscriptionDao.class).deleteExpiredRequests(now);
  }

  /** Unlike that of any other worker, now or earlier. */
  private static String name() {
    return "worker-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
  }
}
