package com.quaily.ai.scheduler;

import java.time.Clock;

/** What decides besides the state of tasks and proxies. */
record Rules(SchedulerSettings settings, Pauses pauses, TaskSignals signals, Clock clock) {}
