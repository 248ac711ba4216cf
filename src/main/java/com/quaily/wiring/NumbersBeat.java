package com.quaily.wiring;

import com.quaily.service.analytics.CountWriter;
import com.quaily.service.search.SearchIndexer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a second, what was counted is written and the search index follows what was written
 * elsewhere.
 */
final class NumbersBeat implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NumbersBeat.class);

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** How many times as long as it works the indexing rests. */
  private static final int REST = 5;

  private final CountWriter writer;
  private final SearchIndexer indexer;
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "numbers");
            thread.setDaemon(true);
            return thread;
          },
          // Once closed nothing more begins.
          new ThreadPoolExecutor.DiscardPolicy());

  /** What could not be written last time. */
  private final Set<String> failing = ConcurrentHashMap.newKeySet();

  private boolean started;

  NumbersBeat(CountWriter writer, SearchIndexer indexer) {
    this.writer = writer;
    this.indexer = indexer;
    executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** Begins to write and index; the database has its schema by then. */
  synchronized void start() {
    if (started) {
      return;
    }
    started = true;
    // It never completes, and the work itself lets no exception out.
    @SuppressWarnings("unused")
    Future<?> unused = executor.scheduleWithFixedDelay(this::writeCounts, 1, 1, TimeUnit.SECONDS);
    scheduleIndexing(SECOND_NANOS);
  }

  private void writeCounts() {
    trying("counts", writer::write);
  }

  /** One batch, then a rest: the index can wait for those who write and read. */
  private void index() {
    long begin = System.nanoTime();
    AtomicBoolean more = new AtomicBoolean();
    trying("search index", () -> more.set(indexer.follow()));
    long rest = REST * (System.nanoTime() - begin);
    scheduleIndexing(more.get() ? rest : Math.max(rest, SECOND_NANOS));
  }

  private void scheduleIndexing(long delayNanos) {
    @SuppressWarnings("unused")
    Future<?> unused = executor.schedule(this::index, delayNanos, TimeUnit.NANOSECONDS);
  }

  /**
   * What fails is tried again a second later; nothing is lost meanwhile. Said once, not each
   * second.
   */
  private void trying(String what, Runnable work) {
    try {
      work.run();
      if (failing.remove(what)) {
        LOG.info("{} written again", what);
      }
    } catch (RuntimeException e) {
      if (failing.add(what)) {
        LOG.warn("{} not written, will try until it is: {}", what, e.getMessage());
      }
      LOG.debug("{} not written", what, e);
    }
  }

  /** Writes what was counted last. */
  @Override
  public void close() {
    executor.shutdown();
    try {
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
        executor.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writeCounts();
  }
}
