package com.quaily.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

/**
 * Runs the jobs of one worker. Several workers share the work: each job is claimed by one of them,
 * and taken over by another when its worker dies. A failed job is tried again after a pause that
 * grows from one second to about an hour; it is never dropped.
 */
public final class JobRunner implements Closeable {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);
  private static final Duration POLL = Duration.ofSeconds(5);

  private final Scheduler scheduler;

  /**
   * @param threads how many jobs run at once
   * @param instance this worker's name in the jobs' table
   */
  public JobRunner(
      DataSource dataSource,
      List<JobHandler<?>> handlers,
      List<RecurringJob> recurring,
      int threads,
      String instance) {
    this.scheduler =
        Scheduler.create(dataSource, handlers.stream().map(JobRunner::<Object>task).toList())
            .startTasks(recurring.stream().map(JobRunner::task).toList())
            .serializer(new JobDataSerializer())
            .schedulerName(new SchedulerName.Fixed(instance))
            .threads(threads)
            // Workers are woken by the change feed; polling is for what it missed.
            .pollingInterval(POLL)
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(20))
            .failureLogging(LogLevel.WARN, true)
            .build();
  }

  @SuppressWarnings("unchecked") // the handler's type parameter ties its name, data and method
  private static <T> Task<?> task(JobHandler<?> handler) {
    JobHandler<T> typed = (JobHandler<T>) handler;
    OneTimeTask<T> task =
        Tasks.oneTime(typed.type().name(), typed.type().data())
            .onFailure(JobRunner::retryLater)
            .onDeadExecutionRevive()
            .execute((instance, context) -> typed.run(instance.getData()));
    return task;
  }

  private static RecurringTask<Void> task(RecurringJob job) {
    return Tasks.recurring(job.name(), Schedules.fixedDelay(job.pause()))
        .execute((instance, context) -> job.work().run());
  }

  private static <T> void retryLater(
      ExecutionComplete complete, ExecutionOperations<T> operations) {
    int failures = complete.getExecution().consecutiveFailures;
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 12));
    Duration bounded = pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
    operations.reschedule(complete, complete.getTimeDone().plus(bounded));
  }

  /** Begins to work in the background. */
  public void start() {
    scheduler.start();
  }

  /** Looks for due jobs now rather than at the next poll; returns at once. */
  public void wakeUp() {
    scheduler.triggerCheckForDueExecutions();
  }

  /** Takes no new jobs and waits for the running ones, at most 20 seconds. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
