package com.quaily.job;

import com.quaily.dao.JobDao;
import com.quaily.database.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * Hands work to the workers in the caller's transaction: when it rolls back, the job was never
 * there.
 */
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

  /** Enqueues work that is due now and wakes the workers as soon as the transaction commits. */
  public <T> void enqueue(JobType<T> type, String instance, T data) {
    enqueueAt(type, instance, data, clock.instant());
  }

  /**
   * Enqueues work that is due now, unless the same waits already. What waits begins after this
   * transaction has ended, so it sees what changed in it; what runs already does not count.
   *
   * @param subject tells the same work from other work of its kind
   */
  public <T> void enqueueOnce(JobType<T> type, String subject, T data) {
    String prefix = subject + ":";
    transactions.inTransaction(
        () -> {
          Instant now = clock.instant();
          if (jobDao.selectWaitingForUpdate(type.name(), prefix, now).isEmpty()) {
            enqueue(type, prefix + UUID.randomUUID(), data);
          } else {
            // A worker that came by just now passed over what is locked here.
            jobDao.notifyEnqueued(type.name());
          }
        });
  }

  /**
   * Enqueues work for a moment.
   *
   * @param instance names the job among its kind: while one of that name waits or runs, another is
   *     not added
   */
  public <T> void enqueueAt(JobType<T> type, String instance, T data, Instant due) {
    transactions.inTransaction(
        () -> {
          jobDao.insertIfAbsent(type.name(), instance, serializer.serialize(data), due);
          if (!due.isAfter(clock.instant())) {
            jobDao.notifyEnqueued(type.name());
          }
        });
  }
}
