package com.quaily.ai.scheduler;

import com.quaily.ai.proxy.Proxies;
import com.quaily.dao.AiAttemptDao;
import com.quaily.dao.AiProxyDao;
import com.quaily.dao.AiTaskDao;
import com.quaily.database.Transactions;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Puts a scheduler together. */
public final class Scheduling implements AutoCloseable {

  private final TaskScheduler scheduler;

  /** The tables. */
  public record Tables(AiTaskDao tasks, AiAttemptDao attempts, AiProxyDao proxies) {}

  /** What judges tasks. */
  public record Judges(
      ProxyBoard board, Budgets budgets, TaskCalls calls, SchedulerSettings settings) {}

  public Scheduling(
      Transactions transactions,
      Tables tables,
      Judges judges,
      Proxies proxies,
      TaskSignals signals,
      Presence presence,
      Clock clock) {
    Rules rules =
        new Rules(judges.settings(), new Pauses(RandomGenerator.getDefault()), signals, clock);
    Claims claims =
        new Claims(
            transactions,
            tables.tasks(),
            tables.attempts(),
            judges.board(),
            judges.budgets(),
            judges.calls(),
            rules);
    Settlement settlement =
        new Settlement(
            transactions,
            tables.tasks(),
            tables.attempts(),
            tables.proxies(),
            judges.budgets(),
            proxies,
            rules);
    scheduler =
        new TaskScheduler(
            claims, settlement, tables.tasks(), proxies, judges.board().health(), rules, presence);
  }

  /** Begins to run tasks. */
  public void start() {
    scheduler.start();
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
