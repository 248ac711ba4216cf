package com.quaily.wiring;

import com.quaily.database.ChangeFeed;
import com.quaily.delivery.sending.DeliveryWorker;
import com.quaily.job.JobRunner;
import com.quaily.job.RecurringJob;
import com.quaily.page.publishing.PageChangeWorker;
import com.quaily.wiring.process.BackgroundLoop;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The background worker: jobs, and updates of pages. */
final class Worker implements Closeable {

  private static final Duration FORGOTTEN_AFTER = Duration.ofSeconds(5);

  static final List<String> TOPICS = List.of(ChangeFeed.JOB_ENQUEUED, ChangeFeed.POSTS_CHANGED);

  private static final int SCHEDULER_CONNECTIONS = 3;

  private final JobRunner jobs;
  private final DeliveryWorker deliveries;
  private final List<BackgroundLoop> loops;
  private final PageChangeWorker follower;
  private final Clock clock;

  Worker(Modules modules, int threads) {
    clock = modules.clock();
    follower = new PageChangeWorker(modules.page().publisher(), threads);
    deliveries = modules.delivery().newWorker(modules.notice().notices());
    loops =
        List.of(
            new BackgroundLoop("delivery-beat", deliveries::beat),
            new BackgroundLoop("deliveries", deliveries::tick));
    jobs =
        new JobRunner(
            // A job that cannot report that it is alive would be considered dead.
            modules.database().separatePool(SCHEDULER_CONNECTIONS),
            modules.jobHandlers(),
            recurringJobs(modules),
            threads,
            name(),
            modules.jobFailures());
  }

  void start() {
    jobs.start();
    loops.forEach(BackgroundLoop::start);
    follower.followForgotten(clock.instant());
  }

  /**
   * Handles a notification for workers.
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

  /** The change feed may have lost notifications: check everything. */
  void missedSome() {
    jobs.wakeUp();
    follower.followForgotten(clock.instant());
  }

  @Override
  public void close() {
    follower.close();
    // The last emails need the beat until they are handed over.
    deliveries.close();
    loops.forEach(BackgroundLoop::close);
    jobs.close();
  }

  private List<RecurringJob> recurringJobs(Modules modules) {
    RecurringJob forgottenChanges =
        new RecurringJob(
            "forgotten-changes",
            Duration.ofSeconds(10),
            () -> follower.followForgotten(clock.instant().minus(FORGOTTEN_AFTER)));
    return Stream.concat(Stream.of(forgottenChanges), modules.recurringJobs().stream()).toList();
  }

  /** Unique among all workers, current and former. */
  private static String name() {
    return "worker-" + ProcessHandle.current().pid() + "-" + Long.toHexString(System.nanoTime());
  }
}
