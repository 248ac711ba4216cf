package com.quaily.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.MDC;

/**
 * Runs the jobs of one worker process. Each job is claimed by one worker; if that worker dies,
 * another takes over. A failed job is retried with a delay that grows from one second to about an
 * hour; it is never dropped.
 */
public final class JobRunner implements Closeable {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final Duration LONGEST_RETRY = Duration.ofHours(1);

  /** A scheduled post is published within five seconds; the remaining time is for rendering. */
  private static final Duration POLL = Duration.ofSeconds(2);

  private final Scheduler scheduler;

  /**
   * @param threads number of jobs that run at once
   * @param instance this worker's name in the job table
   * @param failures counts the runs that fail
   */
  public JobRunner(
      DataSource dataSource,
      List<JobHandler<?>> handlers,
      List<RecurringJob> recurring,
      int threads,
      String instance,
      JobFailures failures) {
    this.scheduler =
        Scheduler.create(dataSource, handlers.stream().map(JobRunner::<Object>task).toList())
            .startTasks(recurring.stream().map(JobRunner::task).toList())
            .serializer(new JobDataSerializer())
            .schedulerName(new SchedulerName.Fixed(instance))
            .threads(threads)
            // The change feed wakes the workers; polling covers missed notifications.
            .pollingInterval(POLL)
            .pollUsingLockAndFetch(0.5, 1.0)
            .heartbeatInterval(Duration.ofSeconds(5))
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(Duration.ofSeconds(20))
            .failureLogging(LogLevel.WARN, true)
            .addSchedulerListener(failures.listener())
            .build();
  }

  @SuppressWarnings("unchecked") // the handler's type parameter connects name, data and method
  private static <T> Task<?> task(JobHandler<?> handler) {
    JobHandler<T> typed = (JobHandler<T>) handler;
    return Tasks.custom(typed.type().name(), typed.type().data())
        .onFailure(JobRunner::retryLater)
        .onDeadExecutionRevive()
        .execute((instance, context) -> run(typed, instance.getData()));
  }

  private static <T> CompletionHandler<T> run(JobHandler<T> handler, T data) {
    // The thread's last job was about another channel.
    MDC.clear();
    JobSpan.run(handler.type().name(), () -> handler.run(data));
    return handler
        .next(data)
        .<CompletionHandler<T>>map(
            due -> (complete, operations) -> operations.reschedule(complete, due))
        .orElseGet(CompletionHandler.OnCompleteRemove::new);
  }

  private static RecurringTask<Void> task(RecurringJob job) {
    return Tasks.recurring(job.name(), Schedules.fixedDelay(job.pause()))
        .execute((instance, context) -> JobSpan.run(job.name(), job.work()));
  }

  private static <T> void retryLater(
      ExecutionComplete complete, ExecutionOperations<T> operations) {
    int failures = complete.getExecution().consecutiveFailures;
    Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(failures, 12));
    Duration bounded = pause.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : pause;
    operations.reschedule(complete, complete.getTimeDone().plus(bounded));
  }

  /** Starts running jobs in the background. */
  public void start() {
    scheduler.start();
  }

  /** Checks for due jobs now instead of at the next poll; returns immediately. */
  public void wakeUp() {
    scheduler.triggerCheckForDueExecutions();
  }

  /** Accepts no new jobs and waits up to 20 seconds for the running ones. */
  @Override
  public void close() {
    scheduler.stop();
  }
}
