package com.quaily.ai.scheduler;

import com.quaily.ai.proxy.Answer;
import com.quaily.ai.proxy.CallControl;
import com.quaily.ai.proxy.CallFailure;
import com.quaily.ai.proxy.Proxies;
import com.quaily.dao.AiTaskDao;
import com.quaily.model.ai.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of a scheduler: claims due tasks, runs each on a thread of its own, and keeps its leases
 * alive. Several schedulers can share one database.
 */
final class TaskScheduler implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskScheduler.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
  private static final int MOST_AT_ONCE = 32;
  private static final int MOST_RUNNING = 256;

  private final Claims claims;
  private final Settlement settlement;
  private final AiTaskDao taskDao;
  private final Proxies proxies;
  private final ProxyHealth health;
  private final Rules rules;
  private final Presence presence;
  private final Map<Long, CallControl> running = new ConcurrentHashMap<>();
  private final Semaphore news = new Semaphore(0);
  private final ExecutorService threads = Executors.newCachedThreadPool(daemon("ai-call"));
  private final ScheduledExecutorService heartbeat =
      Executors.newSingleThreadScheduledExecutor(daemon("ai-heartbeat"));
  private final Thread loop = new Thread(this::repeat, "ai-scheduler");
  private volatile boolean closed;

  TaskScheduler(
      Claims claims,
      Settlement settlement,
      AiTaskDao taskDao,
      Proxies proxies,
      ProxyHealth health,
      Rules rules,
      Presence presence) {
    this.claims = claims;
    this.settlement = settlement;
    this.taskDao = taskDao;
    this.proxies = proxies;
    this.health = health;
    this.rules = rules;
    this.presence = presence;
  }

  private static ThreadFactory daemon(String name) {
    return task -> {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Starts the loop, which survives all failures; later calls have no effect. */
  void start() {
    if (loop.getState() != Thread.State.NEW) {
      return;
    }
    rules.signals().listen(this::wakeUp, this::cancel);
    loop.setDaemon(true);
    presence.begin();
    loop.start();
    long beat = rules.settings().lease().toMillis() / 4;
    heartbeat.scheduleWithFixedDelay(this::beat, 0, beat, TimeUnit.MILLISECONDS);
  }

  private void wakeUp() {
    news.release();
  }

  private void cancel(Long id) {
    CallControl control = running.get(id);
    if (control != null) {
      control.cancel();
    }
  }

  private void repeat() {
    boolean failing = false;
    while (!closed) {
      try {
        int room = Math.min(MOST_AT_ONCE, MOST_RUNNING - running.size());
        List<Claim> claimed = room > 0 ? claims.claim(room) : List.of();
        claimed.forEach(this::begin);
        if (claimed.size() < MOST_AT_ONCE) {
          await();
        }
        failing = false;
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (!failing && !closed) {
          LOG.warn("AI tasks cannot be claimed, trying again", e);
        }
        failing = true;
        pause();
      }
    }
  }

  /** Waits for news; more than one piece is still one reason to look. */
  private void await() throws InterruptedException {
    if (news.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
      news.drainPermits();
    }
  }

  private void pause() {
    try {
      Thread.sleep(POLL.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void begin(Claim claim) {
    CallControl control = new CallControl(new PartialText(taskDao, claim)::append);
    running.put(claim.task().id(), control);
    threads.execute(() -> run(claim, control));
  }

  private void run(Claim claim, CallControl control) {
    Instant start = rules.clock().instant();
    Outcome outcome = Outcome.TRANSIENT;
    try {
      try {
        Answer answer =
            proxies.find(claim.proxy().name()).orElseThrow().call(claim.next().call(), control);
        outcome = Outcome.COMPLETED;
        settlement.answered(claim, answer);
      } catch (CallFailure e) {
        outcome = e.outcome();
        LOG.info("AI task {} at {}: {}", claim.task().traceId(), claim.proxy().name(), outcome);
        settlement.failed(claim, e);
      }
    } catch (RuntimeException e) {
      // The lease ends, and the task runs again.
      LOG.error("AI task {} failed at {}", claim.task().traceId(), claim.proxy().name(), e);
    } finally {
      running.remove(claim.task().id(), control);
      rules.signals().endedHere(claim.task().traceId());
      health.report(
          claim.proxy().name(), outcome, Duration.between(start, rules.clock().instant()));
      wakeUp();
    }
  }

  private void beat() {
    try {
      presence.beat();
      // By call, not by task: in the meantime a task may have begun its next attempt here.
      Map<Long, CallControl> mine = new HashMap<>(running);
      if (!mine.isEmpty()) {
        Instant until = rules.clock().instant().plus(rules.settings().lease());
        List<Long> alive = taskDao.extendLeases(List.copyOf(mine.keySet()), until);
        mine.keySet().removeAll(alive);
        // Cancelled, or given to another scheduler while this one was not heard of.
        mine.values().forEach(CallControl::cancel);
      }
      settlement.recoverLost();
      settlement.failOverdue();
      settlement.releaseExpired();
    } catch (RuntimeException e) {
      LOG.warn("the leases of AI tasks were not extended: {}", e.getMessage());
    }
  }

  /** Takes no more tasks; running ones get a few seconds, then others run them. */
  @Override
  public void close() {
    closed = true;
    presence.end();
    loop.interrupt();
    rules.signals().listen(() -> {}, id -> {});
    threads.shutdown();
    try {
      loop.join(CLOSE_LIMIT.toMillis());
      if (!threads.awaitTermination(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.info("{} AI tasks are left to other schedulers", running.size());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    heartbeat.shutdownNow();
    threads.shutdownNow();
  }
}
