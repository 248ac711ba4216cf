package com.quaily.task;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.quaily.dao.Database;
import com.quaily.dao.JobDao;
import java.time.Clock;
import java.time.Instant;

/**
 * Hands work to the workers in the caller's transaction: when it rolls back, the job was never
 * there.
 */
public final class JobQueue {

  private final Database database;
  private final JobDao jobDao;
  private final SchedulerClient client;
  private final Clock clock;

  public JobQueue(Database database, Clock clock) {
    this.database = database;
    this.jobDao = database.dao(JobDao.class);
    this.client =
        SchedulerClient.Builder.create(database.transactionDataSource())
            .serializer(new JobDataSerializer())
            // Said here, for there is no transaction yet in which the library could ask.
            .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
            .build();
    this.clock = clock;
  }

  /** Enqueues work that is due now and wakes the workers as soon as the transaction commits. */
  public <T> void enqueue(JobType<T> type, String instance, T data) {
    enqueueAt(type, instance, data, clock.instant());
  }

  /**
   * Enqueues work for a moment.
   *
   * @param instance names the job among its kind: while one of that name waits or runs, another is
   *     not added
   */
  public <T> void enqueueAt(JobType<T> type, String instance, T data, Instant due) {
    database.inTransaction(
        () -> {
          client.scheduleIfNotExists(new TaskInstance<>(type.name(), instance, data), due);
          if (!due.isAfter(clock.instant())) {
            jobDao.notifyEnqueued(type.name());
          }
        });
  }
}
