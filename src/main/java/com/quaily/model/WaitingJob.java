package com.quaily.model;

import java.time.Instant;

/**
 * A job that waits or runs.
 *
 * @param name its type
 * @param instance identifies it within its type
 * @param due when it runs next
 * @param running whether a worker has it at the moment
 * @param failures how many runs failed one after the other
 * @param lastFailure null when no run has failed
 */
public record WaitingJob(
    String name,
    String instance,
    Instant due,
    boolean running,
    int failures,
    Instant lastFailure) {}
