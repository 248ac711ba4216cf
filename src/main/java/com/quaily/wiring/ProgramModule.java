package com.quaily.wiring;

import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import java.util.List;

/**
 * The part of the program that belongs to one noun. Its constructor names what it needs; the
 * methods name what it adds.
 */
interface ProgramModule extends AutoCloseable {

  /** The JAX-RS resources that this module adds to the API. */
  default List<Object> resources(Views views) {
    return List.of();
  }

  /** The handlers of background jobs that workers run. */
  default List<JobHandler<?>> jobHandlers() {
    return List.of();
  }

  /** The jobs that one of the workers repeats. */
  default List<RecurringJob> recurringJobs() {
    return List.of();
  }

  /** Starts what every process runs in the background. The database has its schema by then. */
  default void start() {}

  @Override
  default void close() {}
}
