package com.quaily.bench;

import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.scheduler.SchedulerUnderTest;
import com.quaily.model.ai.AiTask;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.TestInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the AI scheduler adds to the time of a provider that answers at once: one task after the
 * other, then many at the same time. Prints the median time of a task in milliseconds and the tasks
 * in a second.
 *
 * <p>Arguments: number of single tasks, number of tasks at the same time.
 */
public final class SchedulerBench {

  private static final int SLOTS = 16;

  private SchedulerBench() {}

  public static void main(String[] arguments) throws Exception {
    int single = Integer.parseInt(arguments[0]);
    int many = Integer.parseInt(arguments[1]);
    try (AiProviderStub stub = new AiProviderStub();
        SchedulerUnderTest scheduler =
            new SchedulerUnderTest(
                TestInstance.migratedDatabase(),
                List.of(
                    SchedulerUnderTest.spec("one", ProxyKind.OPENAI, stub.url(), SLOTS),
                    SchedulerUnderTest.spec("two", ProxyKind.ANTHROPIC, stub.url(), SLOTS)))) {
      stub.script(question -> Behaviour.text("fine"));
      scheduler.start();
      oneByOne(scheduler, single, "warm up ");
      System.out.printf("median of a task: %.1f ms%n", oneByOne(scheduler, single, "single "));
      atOnce(scheduler, many, "warm up, many ");
      System.out.printf("tasks a second: %.0f%n", atOnce(scheduler, many, "many "));
    }
  }

  private static double oneByOne(SchedulerUnderTest scheduler, int tasks, String name) {
    long[] times = new long[tasks];
    for (int i = 0; i < tasks; i++) {
      long start = System.nanoTime();
      scheduler.ask(SchedulerUnderTest.wish("user:1", name + i));
      times[i] = System.nanoTime() - start;
    }
    Arrays.sort(times);
    return times[tasks / 2] / 1e6;
  }

  /** Includes the time to add the tasks. */
  private static double atOnce(SchedulerUnderTest scheduler, int tasks, String name) {
    long start = System.nanoTime();
    List<AiTask> added = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      added.add(scheduler.tasks().add(SchedulerUnderTest.wish("user:" + i % 7, name + i)));
    }
    for (AiTask task : added) {
      scheduler.tasks().await(task.caller(), task.traceId(), Duration.ofMinutes(5));
    }
    return tasks / ((System.nanoTime() - start) / 1e9);
  }
}
