package com.quaily.job;

import java.time.Duration;

/**
 * Work that one of the workers does again and again.
 *
 * @param name kept in the database, so it never changes
 * @param pause between the end of a run and the next
 */
public record RecurringJob(String name, Duration pause, Runnable work) {}
