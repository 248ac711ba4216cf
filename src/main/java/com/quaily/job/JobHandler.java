package com.quaily.job;

/**
 * Does the work of one kind of job. A run may be repeated: after a failure, or when the worker died
 * in the middle of it.
 */
public interface JobHandler<T> {

  JobType<T> type();

  /** Does the work; an exception lets it be tried again later. */
  void run(T data);
}
