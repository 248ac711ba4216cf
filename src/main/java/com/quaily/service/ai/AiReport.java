package com.quaily.service.ai;

import com.quaily.ai.scheduler.ProxyBoard;
import com.quaily.dao.AiAttemptDao;
import com.quaily.dao.AiTaskDao;
import com.quaily.model.Limits;
import com.quaily.model.ai.AttemptSum;
import com.quaily.model.ai.QueuedTask;
import com.quaily.model.ai.UsageSum;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What operators want to know of the scheduler and its proxies. */
public final class AiReport {

  private static final Duration LATELY = Duration.ofDays(1);
  private static final int LISTED_SUMS = 100;

  private final AiTaskDao taskDao;
  private final AiAttemptDao attemptDao;
  private final ProxyBoard board;
  private final Clock clock;

  public AiReport(AiTaskDao taskDao, AiAttemptDao attemptDao, ProxyBoard board, Clock clock) {
    this.taskDao = taskDao;
    this.attemptDao = attemptDao;
    this.board = board;
    this.clock = clock;
  }

  /**
   * The present state.
   *
   * @param pending tasks that wait for a proxy
   */
  public record State(long pending, long running, List<ProxyStatus> proxies) {}

  public State state() {
    Instant now = clock.instant();
    return new State(
        taskDao.countPending(),
        taskDao.countRunning(),
        board.lines(now).stream().map(ProxyStatus::of).toList());
  }

  /** Tasks that wait for a proxy. */
  public long countPending() {
    return taskDao.countPending();
  }

  /** In the order of the configuration. */
  public List<String> proxyNames() {
    return board.names();
  }

  /** Whether the proxy gets tasks: it neither cools nor looks broken to this process. */
  public boolean isAvailable(String proxy) {
    return board.isAvailable(proxy, clock.instant());
  }

  /** Why proxies are left alone until somebody acts, by their names. */
  public Map<String, String> refusals() {
    return board.refusals();
  }

  /**
   * The tasks behind the numbers: at most {@link Limits#LISTED_AI_TASKS} of each.
   *
   * @param failed in the last day
   */
  public record Queue(
      List<QueuedTask> waiting, List<QueuedTask> running, List<QueuedTask> failed) {}

  public Queue queue() {
    return new Queue(
        taskDao.selectWaiting(Limits.LISTED_AI_TASKS),
        taskDao.selectRunning(Limits.LISTED_AI_TASKS),
        taskDao.selectFailed(clock.instant().minus(LATELY), Limits.LISTED_AI_TASKS));
  }

  /** Tokens and money of the last days, by day, by kind, by channel and by proxy. */
  public List<UsageSum> usage(int days) {
    return attemptDao.selectUsage(clock.instant().minus(Duration.ofDays(days)), LISTED_SUMS);
  }

  /** Attempts, tokens and money of the last days, by day, proxy, kind and channel. */
  public List<AttemptSum> sums(int days) {
    return attemptDao.selectSums(clock.instant().minus(Duration.ofDays(days)));
  }
}
