package com.quaily.ai.scheduler;

import com.quaily.database.ChangeFeed;
import com.quaily.database.Transactions;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * News about tasks between the processes. Every piece of news can be lost; who waits for one also
 * looks into the database from time to time.
 */
public final class TaskSignals {

  private final Transactions transactions;
  private final Map<UUID, CountDownLatch> waiting = new ConcurrentHashMap<>();
  private final AtomicReference<Runnable> onAdded = new AtomicReference<>(() -> {});
  private final AtomicReference<Consumer<Long>> onCancelled = new AtomicReference<>(id -> {});

  public TaskSignals(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Tells the schedulers of a new task when the transaction commits. */
  public void added() {
    transactions.announce(ChangeFeed.AI_TASK_ADDED, "");
  }

  /** Tells those who wait when the transaction commits. */
  public void ended(UUID traceId) {
    transactions.announce(ChangeFeed.AI_TASK_ENDED, traceId.toString());
  }

  /** Tells the scheduler that runs the task when the transaction commits. */
  public void cancelled(long id) {
    transactions.announce(ChangeFeed.AI_TASK_CANCELLED, Long.toString(id));
  }

  /** Tells the scheduler of this process, which then need not wait for the database to say so. */
  public void addedHere() {
    onAdded.get().run();
  }

  /** Tells those who wait in this process. */
  void endedHere(UUID traceId) {
    heardOfEnd(traceId);
  }

  /** Sets what this process's scheduler does at the news. */
  void listen(Runnable added, Consumer<Long> cancelled) {
    onAdded.set(added);
    onCancelled.set(cancelled);
  }

  /**
   * Takes news from another process, or this one.
   *
   * @param topic one of the topics of {@link ChangeFeed}
   */
  public void hear(String topic, String payload) {
    switch (topic) {
      case ChangeFeed.AI_TASK_ADDED -> onAdded.get().run();
      case ChangeFeed.AI_TASK_CANCELLED -> onCancelled.get().accept(Long.valueOf(payload));
      case ChangeFeed.AI_TASK_ENDED -> heardOfEnd(UUID.fromString(payload));
      default -> throw new IllegalArgumentException(topic);
    }
  }

  private void heardOfEnd(UUID traceId) {
    CountDownLatch latch = waiting.get(traceId);
    if (latch != null) {
      latch.countDown();
    }
  }

  /** Begins to listen for the end of a task; close it afterwards. */
  public Watch watch(UUID traceId) {
    return new Watch(traceId, waiting.computeIfAbsent(traceId, id -> new CountDownLatch(1)));
  }

  /** Hears of the end of one task. */
  public final class Watch implements AutoCloseable {

    private final UUID traceId;
    private final CountDownLatch latch;

    private Watch(UUID traceId, CountDownLatch latch) {
      this.traceId = traceId;
      this.latch = latch;
    }

    /** Waits for the news, at most this long. */
    public void await(Duration most) throws InterruptedException {
      latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      waiting.remove(traceId, latch);
    }
  }
}
