package com.quaily.job;

import java.time.Instant;
import java.util.Optional;

/** Runs jobs of one type. A run can be repeated after a failure or after the worker died. */
public interface JobHandler<T> {

  JobType<T> type();

  /** Runs the job; if this throws, the job is retried later. */
  void run(T data);

  /**
   * When the job must run again, asked after a run; empty = it is done. For jobs whose time can
   * move while they run.
   */
  default Optional<Instant> next(T data) {
    return Optional.empty();
  }
}
