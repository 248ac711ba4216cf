package com.quaily.bench;

import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.proxy.ProxySpec;
import com.quaily.ai.scheduler.SchedulerUnderTest;
import com.quaily.model.ai.AiTask;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.TestInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the AI scheduler adds to the time of a provider that answers at once: one task after the
 * other, then many at the same time. Then many tasks for three proxies of which one answers 429
 * half of the time and one dies. Prints one line of names and figures: the median time of a task in
 * milliseconds, tasks in a second, and with the three proxies the tasks in a second, the most that
 * healthy slots allow, and the number of completed tasks.
 *
 * <p>Arguments: number of single tasks, of tasks at the same time, of tasks for three proxies.
 */
public final class SchedulerBench {

  private static final int SLOTS = 16;
  private static final int FEW_SLOTS = 8;
  private static final int PROVIDER_MILLIS = 200;

  private SchedulerBench() {}

  public static void main(String[] arguments) throws Exception {
    double median;
    double many;
    try (AiProviderStub stub = new AiProviderStub();
        SchedulerUnderTest scheduler =
            scheduler(
                SchedulerUnderTest.spec("one", ProxyKind.OPENAI, stub.url(), SLOTS),
                SchedulerUnderTest.spec("two", ProxyKind.ANTHROPIC, stub.url(), SLOTS))) {
      stub.script(question -> Behaviour.text("fine"));
      int single = Integer.parseInt(arguments[0]);
      oneByOne(scheduler, single, "warm up ");
      median = oneByOne(scheduler, single, "single ");
      int atOnce = Integer.parseInt(arguments[1]);
      atOnce(scheduler, atOnce, "warm up, many ");
      many = atOnce / atOnce(scheduler, atOnce, "many ");
    }
    String bad = unhealthy(Integer.parseInt(arguments[2]));
    System.out.printf(Locale.ROOT, "AI median %.1f many %.0f %s%n", median, many, bad);
  }

  private static SchedulerUnderTest scheduler(ProxySpec... specs) throws InterruptedException {
    return new SchedulerUnderTest(TestInstance.migratedDatabase(), List.of(specs)).start();
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

  /** The seconds for all of them, with the time to add them. */
  private static double atOnce(SchedulerUnderTest scheduler, int tasks, String name) {
    long start = System.nanoTime();
    List<AiTask> added = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      added.add(scheduler.tasks().add(SchedulerUnderTest.wish("user:" + i % 7, name + i)));
    }
    for (AiTask task : added) {
      AiTask ended = scheduler.tasks().await(task.caller(), task.traceId(), Duration.ofMinutes(5));
      if (ended.status() != AiTask.COMPLETED) {
        throw new IllegalStateException(ended.errorMessage());
      }
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /**
   * The healthy capacity is that of the slots of the steady proxy and of half of those of the busy
   * one. The dying one answers its first tenth of the tasks and counts with them.
   */
  private static String unhealthy(int tasks) throws Exception {
    int beforeDeath = tasks / 10;
    try (AiProviderStub steady = new AiProviderStub();
        AiProviderStub busy = new AiProviderStub();
        AiProviderStub dying = new AiProviderStub();
        SchedulerUnderTest scheduler =
            scheduler(
                SchedulerUnderTest.spec("steady", ProxyKind.OPENAI, steady.url(), FEW_SLOTS),
                SchedulerUnderTest.spec("busy", ProxyKind.ANTHROPIC, busy.url(), FEW_SLOTS),
                SchedulerUnderTest.spec("dying", ProxyKind.GEMINI, dying.url(), FEW_SLOTS))) {
      Behaviour answer = Behaviour.text("fine").after(PROVIDER_MILLIS);
      steady.script(question -> answer);
      busy.script(
          question ->
              question.number() % 2 == 0
                  ? Behaviour.failure(429, "{}").with("retry-after-ms", "50")
                  : answer);
      dying.script(
          question -> {
            if (question.number() > beforeDeath) {
              dying.close();
            }
            return answer;
          });
      double seconds = atOnce(scheduler, tasks, "unhealthy ");
      double slots = FEW_SLOTS * 1.5;
      double capacity = slots * 1_000 / PROVIDER_MILLIS + dying.answered() / seconds;
      return String.format(
          Locale.ROOT,
          "unhealthy %.1f capacity %.1f completed %d",
          tasks / seconds,
          capacity,
          tasks);
    }
  }
}
