package com.quaily.service.analytics;

import com.quaily.model.analytics.Count;
import com.quaily.model.analytics.CountKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts that wait in memory to be written together. Safe for use by many threads. */
final class CountBuffer {

  /** With the database away for long, memory must not fill with sources that somebody invents. */
  private static final int LARGEST = 100_000;

  private final Map<CountKey, Count> counts = new HashMap<>();

  synchronized void add(Count count) {
    CountKey key = counts.size() < LARGEST ? count.key() : withoutOrigin(count.key());
    Count kept =
        new Count(
            key, count.pageViews(), count.pageReads(), count.emailViews(), count.botRequests());
    counts.merge(key, kept, Count::plus);
  }

  /** Hands over everything and is empty then. */
  synchronized List<Count> take() {
    List<Count> taken = List.copyOf(counts.values());
    counts.clear();
    return taken;
  }

  /** Takes back what could not be written. */
  synchronized void putBack(Collection<Count> taken) {
    taken.forEach(this::add);
  }

  private static CountKey withoutOrigin(CountKey key) {
    boolean origin = !key.source().isEmpty();
    return new CountKey(
        key.channelId(), key.postId(), key.day(), origin ? "(other)" : "", "", "", key.reason());
  }
}
