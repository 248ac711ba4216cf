package com.quaily.wiring;

import com.quaily.database.ChangeFeed;
import com.quaily.database.Database;
import com.quaily.dao.EphemeralTokenDao;
import com.quaily.dao.LoginCodeDao;
import com.quaily.dao.OAuthGrantDao;
import com.quaily.dao.OAuthTokenDao;
import com.quaily.dao.PreviewTokenDao;
import com.quaily.dao.PuzzleDao;
import com.quaily.dao.SessionDao;
import com.quaily.dao.SubscriptionDao;
import com.quaily.page.publishing.PageChangeWorker;
import com.quaily.job.JobHandler;
import com.quaily.job.JobRunner;
import com.quaily.job.RecurringJob;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What works in the background: jobs, and pages that follow changes. */
final class Worker implements Closeable {

  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(5);

  static final List<String> TOPICS = List.of(ChangeFeed.JOB_ENQUEUED, ChangeFeed.POSTS_CHANGED);

  private static final int SCHEDULER_CONNECTIONS = 3;

  private final JobRunner jobs;
  private final PageChangeWorker follower;
  private final Clock clock;

  Worker(Backend backend, int threads) {
    clock = backend.clock();
    follower = new PageChangeWorker(backend.pages().publisher(), threads);
    jobs =
        new JobRunner(
            // A job that cannot say that it is alive would be taken for dead.
            backend.database().separatePool(SCHEDULER_CONNECTIONS),
            handlers(backend),
            recurring(backend, follower),
            threads,
            name());
  }

  void start() {
    jobs.start();
    follower.followForgotten(clock.instant());
  }

  /**
   * Takes in what the change feed tells workers.
   *
   * @param topic one of {@link #TOPICS}
   */
  void hear(String topic, String payload) {
    if (topic.equals(ChangeFeed.POSTS_CHANGED)) {
      follower.follow(Long.parseLong(payload));
    } else {
      jobs.wakeUp();
    }
  }

  /** The change feed had a gap: look for what it would have told. */
  void missedSome() {
    jobs.wakeUp();
    follower.followForgotten(clock.instant());
  }

  @Override
  public void close() {
    follower.close();
    jobs.close();
  }

  private static List<JobHandler<?>> handlers(Backend backend) {
    List<JobHandler<?>> handlers = new ArrayList<>();
    handlers.addAll(backend.pages().handlers());
    handlers.addAll(backend.channels().handlers());
    handlers.addAll(backend.community().handlers());
    return handlers;
  }

  private static List<RecurringJob> recurring(Backend backend, PageChangeWorker follower) {
    Database database = backend.database();
    Clock clock = backend.clock();
    return List.of(
        new RecurringJob(
            "forgotten-changes",
            Duration.ofSeconds(10),
            () -> follower.followForgotten(clock.instant().minus(FORGOTTEN_AFTER))),
        new RecurringJob(
            "expired-secrets", Duration.ofHours(1), () -> deleteExpired(database, clock.instant())),
        new RecurringJob("expired-exports", Duration.ofHours(1), backend.channels()::deleteExpired),
        new RecurringJob("domain-checks", Duration.ofMinutes(1), backend.channels()::checkDomains));
  }

  private static void deleteExpired(Database database, Instant now) {
    database.dao(SessionDao.class).deleteExpired(now);
    database.dao(LoginCodeDao.class).deleteExpired(now.minus(Duration.ofHours(2)));
    database.dao(PreviewTokenDao.class).deleteExpired(now);
    database.dao(SubscriptionDao.class).deleteExpiredRequests(now);
    database.dao(OAuthGrantDao.class).deleteExpiredCodes(now);
    database.dao(OAuthTokenDao.class).deleteExpiredGrants(now);
    database.dao(OAuthTokenDao.class).deleteExpired(now);
    database.dao(EphemeralTokenDao.class).deleteExpired(now);
    database.dao(PuzzleDao.class).deleteExpired(now);
  }

  /** Unlike that of any other worker, now or earlier. */
  private static String name() {
    return "worker-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
  }
}
