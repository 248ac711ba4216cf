package com.quaily.ai.scheduler;

import com.quaily.dao.AiSchedulerDao;
import java.time.Clock;
import java.time.Duration;

/**
 * Whether a scheduler runs, in this process or in another one. Without one, tasks are kept but not
 * done, and nobody should wait for them.
 */
public final class Presence {

  private final AiSchedulerDao schedulerDao;
  private final Duration lease;
  private final Clock clock;
  private volatile boolean here;

  /**
   * @param lease how long a scheduler counts as running after it was last seen
   */
  public Presence(AiSchedulerDao schedulerDao, Duration lease, Clock clock) {
    this.schedulerDao = schedulerDao;
    this.lease = lease;
    this.clock = clock;
  }

  /** The scheduler of this process has begun. */
  void begin() {
    here = true;
  }

  /** Tells the other processes that a scheduler runs. */
  void beat() {
    schedulerDao.seen(clock.instant());
  }

  void end() {
    here = false;
  }

  /** Whether there is a scheduler that will take tasks. */
  public boolean isServed() {
    return here
        || schedulerDao
            .selectSeen()
            .filter(seen -> seen.plus(lease).isAfter(clock.instant()))
            .isPresent();
  }
}
