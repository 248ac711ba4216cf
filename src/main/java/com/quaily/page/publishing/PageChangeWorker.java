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
 * Follows changes of posts in the background: each channel has one turn at a time, and after one
 * that followed several changes a rest, at most five times as long as the turn was. So single
 * changes are followed at once, and a channel that changes without pause leaves the processor to
 * those who change it.
 */
public final class PageChangeWorker implements Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(PageChangeWorker.class);
  private static final int MOST_REST = 5;
  private static final long LONGEST_REST_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final PagePublisher publisher;
  private final ScheduledThreadPoolExecutor executor;

  /** The channels that have a turn or a rest; true when they have to have another turn then. */
  private final Map<Long, Boolean> busy = new HashMap<>();

  /**
   * @param threads how many channels have their turn at once
   */
  public PageChangeWorker(PagePublisher publisher, int threads) {
    this.publisher = publisher;
    this.executor =
        new ScheduledThreadPoolExecutor(
            threads,
            work -> new Thread(work, "change-follower"),
            // Once closed there are no more turns: the changes are still noted.
            new ThreadPoolExecutor.DiscardPolicy());
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** A channel has changes; returns at once. */
  public void follow(long channelId) {
    synchronized (busy) {
      if (busy.put(channelId, busy.containsKey(channelId)) == null) {
        executor.execute(() -> turn(channelId));
      }
    }
  }

  /** Follows what was noted a while ago and nobody followed: a net below the notifications. */
  public void followForgotten(Instant notedBefore) {
    publisher.channelsWithChanges(notedBefore).forEach(this::follow);
  }

  private void turn(long channelId) {
    long begin = System.nanoTime();
    // After a failure, too, a rest is due.
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

  /** Begins no new turn and waits for the running ones, at most 20 seconds. */
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
