package com.quaily.service.analytics;

import com.quaily.model.analytics.Count;
import com.quaily.model.analytics.CountKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts in memory that are written together. Thread-safe. */
final class CountBuffer {

  /**
   * Limits the number of sources, so that invented ones cannot fill the memory while the database
   * is down.
   */
  private static final int LARGEST = 100_000;

  private final Map<CountKey, Count> counts = new HashMap<>();

  synchronized void add(Count count) {
    CountKey key = counts.size() < LARGEST ? count.key() : withoutOrigin(count.key());
    Count kept =
        new Count(
            key, count.pageViews(), count.pageReads(), count.emailViews(), count.botRequests());
    counts.merge(key, kept, Count::plus);
  }

  /** Returns all counts and empties the buffer. */
  synchronized List<Count> take() {
    List<Count> taken = List.copyOf(counts.values());
    counts.clear();
    return taken;
  }

  /** Takes back counts that could not be written. */
  synchronized void putBack(Collection<Count> taken) {
    taken.forEach(this::add);
  }

  private static CountKey withoutOrigin(CountKey key) {
    boolean origin = !key.source().isEmpty();
    return new CountKey(
        key.channelId(), key.postId(), key.day(), origin ? "(other)" : "", "", "", key.reason());
  }
}
