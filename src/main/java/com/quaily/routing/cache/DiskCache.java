package com.quaily.routing.cache;

import com.quaily.routing.http.HeaderGroup;
import com.quaily.storage.ObjectInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores evicted pages in a file, because compressing a page again takes fifty times as long as
 * reading it. Stores only compressible pages; others are read from storage as quickly. Thread-safe.
 * A disk failure only empties the cache.
 */
final class DiskCache implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);

  /** The limit of pages that wait to be written; others are compressed again when needed. */
  /** The heap holds a description of each page, about half a kilobyte. */
  static final int MAXIMUM_PAGES = 100_000;

  private static final int MAXIMUM_WAITING = 256;

  /** The location of a page: first in memory, then in the file. */
  private static final class Slot {

    final ObjectInfo info;
    final RevalidationAge freshness;
    final HeaderGroup ofContent;
    final int forms;
    volatile CachedPage waiting;
    long position;
    int length;

    Slot(CachedPage page) {
      this.info = page.info();
      this.freshness = page.freshness();
      this.ofContent = page.ofContent();
      this.forms = page.variants().size();
      this.waiting = page;
    }

    boolean holds(CachedPage page) {
      return page.freshness() == freshness && page.variants().size() == forms;
    }
  }

  private final DiskFile file;
  private final PageFactory factory;
  private final Executor background;
  private final CacheCounters.Tier counters;
  private final Semaphore room = new Semaphore(MAXIMUM_WAITING);
  private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();

  /** In the order in which they will be overwritten; also the writers' lock. */
  private final Queue<Slot> written = new ArrayDeque<>();

  private volatile boolean usable;

  /**
   * An empty cache.
   *
   * @param capacity maximum size of the file; 0 for no cache
   * @param background runs the writes; may reject tasks
   */
  DiskCache(
      Path directory,
      long capacity,
      PageFactory factory,
      Executor background,
      CacheCounters.Tier counters) {
    this.counters = counters;
    this.file = new DiskFile(directory, capacity);
    this.usable = capacity > 0;
    this.factory = factory;
    this.background = background;
  }

  /** Takes a page evicted from memory; never blocks. */
  void put(CachedPage page) {
    String key = page.info().key();
    Slot known = slots.get(key);
    if (!usable
        || (known != null && known.holds(page))
        || !Compressor.isWorthwhile(page.info().contentType(), (int) page.info().size())
        || !room.tryAcquire()) {
      return;
    }
    Slot slot = new Slot(page);
    slots.put(key, slot);
    try {
      background.execute(() -> write(slot));
    } catch (RejectedExecutionException busyOrStopping) {
      LOG.debug("No thread to write {}", key, busyOrStopping);
      room.release();
      slots.remove(key, slot);
    }
  }

  /** The page with its variants; empty if it is not here. May block while the disk is read. */
  Optional<CachedPage> get(String key) {
    Slot slot = slots.get(key);
    if (slot == null) {
      return Optional.empty();
    }
    CachedPage waiting = slot.waiting;
    if (waiting != null) {
      return Optional.of(waiting);
    }
    try {
      return file.read(slot.position, slot.length).map(record -> page(slot, record));
    } catch (IOException failure) {
      giveUp(failure);
      return Optional.empty();
    }
  }

  private CachedPage page(Slot slot, byte[] record) {
    return new CachedPage(
        slot.info, PageRecord.read(record, slot.info, slot.ofContent, factory), slot.freshness);
  }

  /** The size of the records in the file. */
  long bytes() {
    return file.bytes();
  }

  /** Removes a changed page. */
  void forget(String key) {
    slots.remove(key);
  }

  /** Keeps this version of the page; removes an older one. */
  void forgetOthers(CachedPage page) {
    slots.computeIfPresent(
        page.info().key(), (key, slot) -> slot.freshness == page.freshness() ? slot : null);
  }

  /** Marks everything for revalidation against storage. */
  void distrustAll(long longAgo) {
    slots.values().forEach(slot -> slot.freshness.checked(longAgo));
  }

  private void write(Slot slot) {
    String key = slot.info.key();
    try {
      byte[] record = PageRecord.write(slot.waiting);
      synchronized (written) {
        if (!usable) {
          return;
        }
        Optional<Long> position = file.append(record);
        if (position.isEmpty()) {
          slots.remove(key, slot);
          return;
        }
        slot.position = position.get();
        slot.length = record.length;
        slot.waiting = null;
        written.add(slot);
        forgetOverwritten();
      }
    } catch (IOException failure) {
      giveUp(failure);
    } finally {
      room.release();
    }
  }

  private void forgetOverwritten() {
    while (written.element().position < file.begin() || written.size() > MAXIMUM_PAGES) {
      Slot overwritten = written.remove();
      if (slots.remove(overwritten.info.key(), overwritten)) {
        counters.evict();
      }
    }
  }

  private void giveUp(IOException failure) {
    if (usable) {
      LOG.warn("The disk cache of pages failed and is now disabled", failure);
    }
    usable = false;
    slots.clear();
  }

  @Override
  public void close() throws IOException {
    synchronized (written) {
      usable = false;
      slots.clear();
      file.close();
    }
  }
}
