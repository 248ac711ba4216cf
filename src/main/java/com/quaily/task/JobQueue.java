package com.quaily.task;

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
  private final JobDataSerializer serializer = new JobDataSerializer();
  private final Clock clock;

  public JobQueue(Database database, Clock clock) {
    this.database = database;
    this.jobDao = database.dao(JobDao.class);
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
          jobDao.insertIfAbsent(type.name(), instance, serializer.serialize(data), due);
          if (!due.isAfter(clock.instant())) {
            jobDao.notifyEnqueued(type.name());
          }
        });
  }
}
