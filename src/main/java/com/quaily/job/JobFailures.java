package com.quaily.job;

import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.event.SchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Counts the runs of jobs that failed in this process, by the job's name. Thread-safe. */
public final class JobFailures {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();
  private final BiConsumer<String, Throwable> report;

  /**
   * @param report hears of each failure, with the job's name
   */
  public JobFailures(BiConsumer<String, Throwable> report) {
    this.report = report;
  }

  /** How many runs of this job have failed since the start. */
  public long count(String name) {
    LongAdder count = counts.get(name);
    return count == null ? 0 : count.sum();
  }

  SchedulerListener listener() {
    return new AbstractSchedulerListener() {
      @Override
      public void onExecutionComplete(ExecutionComplete complete) {
        if (complete.getResult() == ExecutionComplete.Result.FAILED) {
          String name = complete.getExecution().getTaskName();
          counts.computeIfAbsent(name, unused -> new LongAdder()).increment();
          complete.getCause().ifPresent(cause -> report.accept(name, cause));
        }
      }
    };
  }
}
