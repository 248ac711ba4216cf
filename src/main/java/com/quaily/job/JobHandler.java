package com.quaily.job;

/** Runs jobs of one type. A run can be repeated after a failure or after the worker died. */
public interface JobHandler<T> {

  JobType<T> type();

  /** Runs the job; if this throws, the job is retried later. */
  void run(T data);
}
