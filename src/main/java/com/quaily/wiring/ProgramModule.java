package com.quaily.wiring;

import com.quaily.job.JobHandler;
import com.quaily.job.RecurringJob;
import java.util.List;

/**
 * The part of the program for one noun. Its constructor lists what it needs; the methods list what
 * it adds.
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

  /** The recurring jobs that workers run. */
  default List<RecurringJob> recurringJobs() {
    return List.of();
  }

  /** Starts the background work of every process. The database schema is current by then. */
  default void start() {}

  @Override
  default void close() {}
}
