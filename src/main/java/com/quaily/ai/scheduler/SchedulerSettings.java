package com.quaily.ai.scheduler;

import java.time.Duration;

/**
 * How the scheduler works.
 *
 * @param lease a scheduler that has not been heard of for this long has lost its tasks
 * @param deadline of a task without another one
 * @param tries calls that may fail for a task
 */
public record SchedulerSettings(Strategy strategy, Duration lease, Duration deadline, int tries) {}
