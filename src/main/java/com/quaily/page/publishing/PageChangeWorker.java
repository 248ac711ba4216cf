package com.quaily.page.publishing;

import com.quaily.model.error.UnavailableException;
import java.io.Closeable;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Processes post changes in the background, one turn at a time per channel. After a turn with
 * several changes the channel pauses for at most five times the turn's duration. Single changes are
 * processed at once, while a channel that changes constantly leaves CPU time for its writers.
 */
public final class PageChangeWorker implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(PageChangeWorker.class);
  private static final int MOST_REST = 5;
  private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final PagePublisher publisher;
  private final ScheduledThreadPoolExecutor executor;

  /** Channels in a turn or a pause; true if they need another turn. */
  private final Map<Long, Boolean> busy = new HashMap<>();

  /**
   * @param threads number of channels processed at once
   */
  public PageChangeWorker(PagePublisher publisher, int threads) {
    this.publisher = publisher;
    this.executor =
        new ScheduledThreadPoolExecutor(
            threads,
            work -> new Thread(work, "change-follower"),
            // Once closed, no more turns start; changes are still recorded.
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** A channel has changes; returns immediately. */
  public void follow(long channelId) {
    synchronized (busy) {
      if (busy.put(channelId, busy.containsKey(channelId)) == null) {
        executor.execute(() -> turn(channelId));
      }
    }
  }

  /** Processes older changes that no one has processed: a fallback for lost notifications. */
  public void followForgotten(Instant notedBefore) {
    publisher.channelsWithChanges(notedBefore).forEach(this::follow);
  }

  private void turn(long channelId) {
    long begin = System.nanoTime();
    // A pause also follows a failure.
    int followed = PagePublisher.CHANGES_AT_ONCE;
    try {
      followed = publisher.refresh(channelId);
      if (followed == PagePublisher.CHANGES_AT_ONCE) {
        follow(channelId);
      }
    } catch (UnavailableException e) {
      LOG.warn("pages of channel {} wait: {}", channelId, e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("pages of channel {} do not follow", channelId, e);
    }
    int times = Math.max(0, Math.min(followed - 1, MOST_REST));
    long rest = Math.min(times * (System.nanoTime() - begin), LONGEST_REST_NANOS);
    executor.schedule(() -> afterRest(channelId), rest, TimeUnit.NANOSECONDS);
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
    try {
      if (!executor.awaitTermination(20, TimeUnit.SECONDS)) {
        LOG.warn("pages still follow changes at the end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
