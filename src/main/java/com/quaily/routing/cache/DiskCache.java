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
 * Keeps what memory has no more room for in a file, because compressing a page again takes fifty
 * times as long as reading it back. Only what compression makes smaller: anything else is read from
 * storage as quickly. For use by many threads; a failing disk only makes it forget everything.
 */
final class DiskCache implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiskCache.class);

  /** More pages than this are not kept waiting for the disk; they are compressed again one day. */
  private static final int MAXIMUM_WAITING = 256;

  /** Where a page is: waiting in memory at first, then in the file. */
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
  private final Semaphore room = new Semaphore(MAXIMUM_WAITING);
  private final ConcurrentHashMap<String, Slot> slots = new ConcurrentHashMap<>();

  /** In the order in which they will be overwritten; also the lock of whoever writes. */
  private final Queue<Slot> written = new ArrayDeque<>();

  private volatile boolean usable;

  /**
   * An empty cache.
   *
   * @param capacity the largest size of the file; 0 for no cache at all
   * @param background writes; may reject its tasks
   */
  DiskCache(Path directory, long capacity, PageFactory factory, Executor background) {
    this.file = new DiskFile(directory, capacity);
    this.usable = capacity > 0;
    this.factory = factory;
    this.background = background;
  }

  /** Takes a page that leaves memory; never blocks. */
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

  /**
   * The page with the forms it had; empty when it is not here. May block while the disk is read.
   */
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

  /** The page has changed. */
  void forget(String key) {
    slots.remove(key);
  }

  /** This is the page now; an older one under its key is forgotten. */
  void forgetOthers(CachedPage page) {
    slots.computeIfPresent(
        page.info().key(), (key, slot) -> slot.freshness == page.freshness() ? slot : null);
  }

  /** Has everything compared with storage before long. */
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
    while (written.element().position < file.begin()) {
      Slot overwritten = written.remove();
      slots.remove(overwritten.info.key(), overwritten);
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
