package com.quaily.storage;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fails at once while the storage is known to hang: otherwise each call would hold a thread, and
 * perhaps a database connection, until its time-out. A call that fails after a long wait closes the
 * way for a second; then one call at a time tries again. Failures that come quickly hold nobody up
 * and change nothing.
 */
public final class GuardedStorage implements ObjectStorage, Closeable {

  private static final Logger LOG = LoggerFactory.getLogger(GuardedStorage.class);
  private static final Duration LONG_WAIT = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final long OPEN = Long.MIN_VALUE;

  private final ObjectStorage storage;
  private final LongSupplier nanoTime;

  /** When the next call may try; {@link #OPEN} while the storage works. */
  private final AtomicLong nextTry = new AtomicLong(OPEN);

  public GuardedStorage(ObjectStorage storage) {
    this(storage, System::nanoTime);
  }

  GuardedStorage(ObjectStorage storage, LongSupplier nanoTime) {
    this.storage = storage;
    this.nanoTime = nanoTime;
  }

  @Override
  public Optional<StoredObject> get(String key) {
    return guarded(() -> storage.get(key));
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    return guarded(() -> storage.head(key));
  }

  @Override
  public ObjectInfo put(String key, byte[] content, String contentType) {
    return guarded(() -> storage.put(key, content, contentType));
  }

  @Override
  public void delete(String key) {
    guarded(
        () -> {
          storage.delete(key);
          return Optional.empty();
        });
  }

  @Override
  public Stream<ObjectInfo> list(String prefix) {
    return guarded(() -> storage.list(prefix));
  }

  private <T> T guarded(Supplier<T> call) {
    long begin = nanoTime.getAsLong();
    refuseWhileHanging(begin);
    try {
      T answer = call.get();
      if (nextTry.getAndSet(OPEN) != OPEN) {
        LOG.info("Storage answers again");
      }
      return answer;
    } catch (UnavailableException down) {
      if (nanoTime.getAsLong() - begin >= LONG_WAIT.toNanos()
          && nextTry.getAndSet(nanoTime.getAsLong() + PAUSE.toNanos()) == OPEN) {
        LOG.error("Storage does not answer; calls fail until it does");
      }
      throw down;
    }
  }

  /** Refuses the call unless the storage works or this call is the next to try. */
  private void refuseWhileHanging(long now) {
    long due = nextTry.get();
    if (due == OPEN) {
      return;
    }
    // Whoever tries moves the time on, beyond every time-out, so that the others do not.
    boolean mayTry = now - due >= 0 && nextTry.compareAndSet(due, now + 5 * PAUSE.toNanos());
    if (!mayTry) {
      throw new UnavailableException(
          ErrorCode.STORAGE_UNAVAILABLE, ErrorCode.STORAGE_UNAVAILABLE.message());
    }
  }

  @Override
  public void close() throws IOException {
    if (storage instanceof Closeable closeable) {
      closeable.close();
    }
  }
}
