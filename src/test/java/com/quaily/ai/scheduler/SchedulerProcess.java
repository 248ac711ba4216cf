package com.quaily.ai.scheduler;

import com.quaily.ai.proxy.ProxyKind;
import com.quaily.ai.scheduler.Cap.Caps;
import com.quaily.database.DatabaseSettings;
import java.time.Duration;
import java.util.List;

/** A scheduler in a process of its own, so that a test can kill it. */
final class SchedulerProcess {

  private SchedulerProcess() {}

  /** The arguments: URL, user and password of the database, URL of the provider. */
  public static void main(String[] arguments) throws InterruptedException {
    DatabaseSettings database = new DatabaseSettings(arguments[0], arguments[1], arguments[2], 8);
    try (SchedulerUnderTest scheduler =
        new SchedulerUnderTest(
            database,
            List.of(SchedulerUnderTest.spec("one", ProxyKind.OPENAI, arguments[3], 8)),
            Duration.ofSeconds(2),
            new Caps(Cap.NONE, new Cap(1_000_000_000, 0)))) {
      scheduler.start();
      Thread.sleep(Duration.ofMinutes(5).toMillis());
    }
  }
}
