package com.quaily.wiring.process;

import com.quaily.model.error.UnavailableException;
import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Startup tasks that wait for their dependencies: after a power failure the database may start
 * later than its clients. Tasks run in order; unavailable dependencies are retried and logged.
 */
public final class StartupTasks implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(StartupTasks.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration REMINDER = Duration.ofMinutes(1);

  private final List<Step> steps;
  private final Duration limit;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * A task.
   *
   * @param needs the dependency, for the log
   * @param work throws {@link UnavailableException} when it is not reachable; must be repeatable
   */
  public record Step(String needs, Runnable work) {}

  /**
   * @param limit maximum wait for each dependency; zero = indefinitely
   */
  public StartupTasks(List<Step> steps, Duration limit) {
    this.steps = List.copyOf(steps);
    this.limit = limit;
  }

  /**
   * Runs the tasks and returns when all are done or one must wait; the rest then runs in the
   * background.
   *
   * @return completes when all is done; fails with a task's exception or, past the limit, with an
   *     {@link IllegalStateException}
   * @throws RuntimeException when a task fails at its first attempt, unless it only has to wait
   */
  public CompletableFuture<Void> start() {
    for (int index = 0; index < steps.size(); index++) {
      try {
        steps.get(index).work().run();
      } catch (UnavailableException e) {
        continueInBackground(steps.subList(index, steps.size()));
        return done;
      }
    }
    done.complete(null);
    return done;
  }

  private void continueInBackground(List<Step> rest) {
    Thread thread = new Thread(() -> take(rest), "preparation");
    thread.setDaemon(true);
    thread.start();
  }

  private void take(List<Step> rest) {
    try {
      for (Step step : rest) {
        take(step);
      }
      done.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("startup failed", e);
      done.completeExceptionally(e);
    }
  }

  private void take(Step step) throws InterruptedException {
    long begin = System.nanoTime();
    long toldAt = begin - REMINDER.toNanos();
    String told = "";
    Duration pause = FIRST_PAUSE;
    while (true) {
      try {
        step.work().run();
        LOG.info("{} is available", step.needs());
        return;
      } catch (UnavailableException e) {
        String reason = reason(e);
        long now = System.nanoTime();
        if (!limit.isZero() && now - begin > limit.toNanos()) {
          throw new IllegalStateException(
              "gave up waiting for %s after %d s: %s"
                  .formatted(step.needs(), limit.toSeconds(), reason),
              e);
        }
        if (!reason.equals(told) || now - toldAt >= REMINDER.toNanos()) {
          LOG.warn("waiting for {}: {}", step.needs(), reason);
          told = reason;
          toldAt = now;
        }
      }
      if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new InterruptedException("the instance is shutting down");
      }
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }

  /** The root cause: a refused connection, an unknown host. */
  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }

  /** Ends the waiting; a running task continues. */
  @Override
  public void close() {
    closed.countDown();
  }
}
