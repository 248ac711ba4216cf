package com.quaily.routing.cache;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import com.quaily.storage.ObjectInfo;
import com.quaily.storage.ObjectStorage;
import com.quaily.storage.StoredObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads storage and pauses briefly after a failure. Otherwise every request for a page that is not
 * in memory would hold a thread until the timeout.
 */
final class StorageReader {

  private static final Logger LOG = LoggerFactory.getLogger(StorageReader.class);

  /** The time of the last failure in nanoseconds, and whether there was one. */
  private record Outage(boolean happened, long at) {}

  private final ObjectStorage storage;
  private final long pause;
  private final LongSupplier nanoTime;
  private volatile Outage outage = new Outage(false, 0);

  StorageReader(ObjectStorage storage, Duration pause, LongSupplier nanoTime) {
    this.storage = storage;
    this.pause = pause.toNanos();
    this.nanoTime = nanoTime;
  }

  Optional<StoredObject> get(String key) {
    return read(() -> storage.get(key));
  }

  Optional<ObjectInfo> head(String key) {
    return read(() -> storage.head(key));
  }

  private <T> T read(Supplier<T> reading) {
    Outage last = outage;
    if (last.happened() && nanoTime.getAsLong() - last.at() < pause) {
      throw new UnavailableException(
          ErrorCode.STORAGE_UNAVAILABLE, ErrorCode.STORAGE_UNAVAILABLE.message());
    }
    try {
      T answer = reading.get();
      if (last.happened()) {
        LOG.info("Storage is available again");
        outage = new Outage(false, 0);
      }
      return answer;
    } catch (UnavailableException down) {
      if (!last.happened()) {
        LOG.warn("Storage cannot be reached; serving from memory", down);
      }
      outage = new Outage(true, nanoTime.getAsLong());
      throw down;
    }
  }
}
