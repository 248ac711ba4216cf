package com.quaily.page.publishing;

import com.quaily.model.error.UnavailableException;
import java.io.Closeable;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes post changes in the background, one turn at a time per channel. After a turn with
 * several changes the channel pauses for at most five times the turn's duration. Single changes are
 * processed at once, while a channel that changes constantly leaves CPU time for its writers.
 *
 * <p>Changes that nobody has processed in time go on a thread of their own, a few channels at a
 * time, so that however many there are, new changes do not wait behind them.
 */
public final class PageChangeWorker implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(PageChangeWorker.class);
  private static final int MOST_REST = 5;
  private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int FORGOTTEN_AT_ONCE = 50;

  private final PagePublisher publisher;
  private final ScheduledThreadPoolExecutor executor;
  private final ScheduledThreadPoolExecutor forgotten;
  private final AtomicBoolean catchingUp = new AtomicBoolean();

  /** Channels in a turn or a pause; true if they need another turn. */
  private final Map<Long, Boolean> busy = new HashMap<>();

  /**
   * @param threads number of channels processed at once
   */
  public PageChangeWorker(PagePublisher publisher, int threads) {
    this.publisher = publisher;
    this.executor = executor(threads, "change-follower");
    this.forgotten = executor(1, "forgotten-changes");
  }

  private static ScheduledThreadPoolExecutor executor(int threads, String name) {
    ScheduledThreadPoolExecutor executor =
        new ScheduledThreadPoolExecutor(
            threads,
            work -> new Thread(work, name),
            // Once closed, no more turns start; changes are still recorded.
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    return executor;
  }

  /** A channel has changes; returns immediately. */
  public void follow(long channelId) {
    synchronized (busy) {
      if (busy.put(channelId, busy.containsKey(channelId)) == null) {
        executor.execute(() -> turn(channelId));
      }
    }
  }

  /**
   * Processes older changes that no one has processed: a fallback for lost notifications. Returns
   * immediately; does nothing while an earlier call is at work.
   */
  public void followForgotten(Instant notedBefore) {
    if (catchingUp.compareAndSet(false, true)) {
      forgotten.execute(
          () -> {
            try {
              catchUp(notedBefore);
            } catch (UnavailableException e) {
              LOG.warn("forgotten changes wait: {}", e.getMessage());
            } catch (RuntimeException e) {
              LOG.error("forgotten changes are not followed", e);
            } finally {
              catchingUp.set(false);
            }
          });
    }
  }

  private void catchUp(Instant notedBefore) {
    // Channels that fail or have a turn already; a later call finds them again.
    Set<Long> leftOut = new HashSet<>();
    List<Long> portion = publisher.channelsWithChanges(notedBefore, leftOut, FORGOTTEN_AT_ONCE);
    while (!portion.isEmpty() && !forgotten.isShutdown()) {
      for (long channelId : portion) {
        if (forgotten.isShutdown() || !isCaughtUp(channelId)) {
          leftOut.add(channelId);
        }
      }
      portion = publisher.channelsWithChanges(notedBefore, leftOut, FORGOTTEN_AT_ONCE);
    }
  }

  /** One turn of a channel; false when it cannot have one now. */
  private boolean isCaughtUp(long channelId) {
    synchronized (busy) {
      if (busy.putIfAbsent(channelId, false) != null) {
        return false;
      }
    }
    try {
      return refresh(channelId) > 0;
    } finally {
      afterRest(channelId);
    }
  }

  private void turn(long channelId) {
    long begin = System.nanoTime();
    int followed = refresh(channelId);
    if (followed >= PagePublisher.CHANGES_AT_ONCE) {
      follow(channelId);
    }
    // A pause also follows a failure.
    int times = followed < 0 ? MOST_REST : Math.max(0, Math.min(followed - 1, MOST_REST));
    long rest = Math.min(times * (System.nanoTime() - begin), LONGEST_REST_NANOS);
    executor.schedule(() -> afterRest(channelId), rest, TimeUnit.NANOSECONDS);
  }

  /** The number of changes followed; negative after a failure. */
  private int refresh(long channelId) {
    try {
      return publisher.refresh(channelId);
    } catch (UnavailableException e) {
      LOG.warn("pages of channel {} wait: {}", channelId, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("pages of channel {} do not follow", channelId, e);
    }
    return -1;
  }

  private void afterRest(long channelId) {
    synchronized (busy) {
      if (busy.remove(channelId)) {
        follow(channelId);
      }
    }
  }

  /** Starts no new turns and waits up to 20 seconds for the running ones. */
  @Override
  public void close() {
    executor.shutdown();
    forgotten.shutdown();
    try {
      if (!executor.awaitTermination(20, TimeUnit.SECONDS)
          || !forgotten.awaitTermination(1, TimeUnit.SECONDS)) {
        LOG.warn("pages still follow changes at the end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
