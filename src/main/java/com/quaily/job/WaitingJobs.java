package com.quaily.job;

import com.quaily.dao.JobDao;
import com.quaily.database.ChangeFeed;
import com.quaily.database.Transactions;
import com.quaily.model.WaitingJob;
import java.time.Clock;
import java.util.List;

/** Shows the operator what waits or failed, and changes it. Running jobs are never changed. */
public final class WaitingJobs {

  /** The instance of jobs that repeat; a worker adds them again when it starts. */
  public static final String RECURRING = "recurring";

  private final Transactions transactions;
  private final JobDao jobDao;
  private final Clock clock;

  public WaitingJobs(Transactions transactions, JobDao jobDao, Clock clock) {
    this.transactions = transactions;
    this.jobDao = jobDao;
    this.clock = clock;
  }

  /**
   * The jobs that are due first.
   *
   * @param name of their type; empty = all
   * @param failures only those that failed at least this often in a row
   */
  public List<WaitingJob> list(String name, int failures, int limit) {
    return jobDao.selectWaiting(name, failures, limit);
  }

  /** Lets a job run now; false when it does not wait. */
  public boolean retry(String name, String instance) {
    return transactions.inTransaction(
        () -> {
          boolean waits = jobDao.makeDue(name, instance, clock.instant()) > 0;
          transactions.announce(ChangeFeed.JOB_ENQUEUED, name);
          return waits;
        });
  }

  /** Removes a job, whose work is then not done; false when it does not wait. */
  public boolean drop(String name, String instance) {
    return jobDao.delete(name, instance) > 0;
  }

  /** The number of jobs that are due and not begun. */
  public long countDue() {
    return jobDao.countDue(clock.instant());
  }
}
