package com.quaily.job;

import com.quaily.dao.JobDao;
import com.quaily.database.ChangeFeed;
import com.quaily.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Enqueues jobs in the caller's transaction; a rollback also removes the job. */
public final class JobQueue {

  private final Transactions transactions;
  private final JobDao jobDao;
  private final JobDataSerializer serializer = new JobDataSerializer();
  private final Clock clock;

  public JobQueue(Transactions transactions, JobDao jobDao, Clock clock) {
    this.transactions = transactions;
    this.jobDao = jobDao;
    this.clock = clock;
  }

  /** Enqueues a job that is due now and notifies the workers when the transaction commits. */
  public <T> void enqueue(JobType<T> type, String instance, T data) {
    enqueueAt(type, instance, data, clock.instant());
  }

  /**
   * Enqueues a job that is due now, unless the same job already waits. A waiting job starts after
   * this transaction has ended, so it sees its changes; a running job does not count.
   *
   * @param subject identifies the job within its type
   */
  public <T> void enqueueOnce(JobType<T> type, String subject, T data) {
    String prefix = subject + ":";
    transactions.inTransaction(
        () -> {
          Instant now = clock.instant();
          if (jobDao.selectWaitingForUpdate(type.name(), prefix, now).isEmpty()) {
            enqueue(type, prefix + UUID.randomUUID(), data);
          } else {
            // A worker that polls now skips locked rows.
            transactions.announce(ChangeFeed.JOB_ENQUEUED, type.name());
          }
        });
  }

  /**
   * Schedules a job, or gives the waiting job of this name another time. A running job is not
   * changed: its handler says when it runs again.
   */
  public <T> void reschedule(JobType<T> type, String instance, T data, Instant due) {
    jobDao.insertOrMove(type.name(), instance, serializer.serialize(data), due);
  }

  /**
   * Schedules a job.
   *
   * @param instance identifies the job within its type: while one with this name waits or runs, no
   *     other is added
   */
  public <T> void enqueueAt(JobType<T> type, String instance, T data, Instant due) {
    transactions.inTransaction(
        () -> {
          jobDao.insertIfAbsent(type.name(), instance, serializer.serialize(data), due);
          if (!due.isAfter(clock.instant())) {
            transactions.announce(ChangeFeed.JOB_ENQUEUED, type.name());
          }
        });
  }
}
