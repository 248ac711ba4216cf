package com.quaily.job;

import java.time.Duration;

/**
 * A job that runs repeatedly on one of the workers.
 *
 * @param name stored in the database, so it must not change
 * @param pause between the end of a run and the next start
 */
public record RecurringJob(String name, Duration pause, Runnable work) {}
