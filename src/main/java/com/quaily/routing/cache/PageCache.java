package com.quaily.routing.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.error.UnavailableException;
import com.quaily.routing.http.ContentEncoding;
import com.quaily.storage.ObjectStorage;
import java.io.IOException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The cache of pages ready to send. Thread-safe.
 *
 * <p>Concurrent requests for a missing page read storage once. A page is dropped when the change
 * feed names it ({@link #invalidate}) and revalidated in the background when it is old. While
 * storage is down, pages are served without revalidation. Pages evicted from memory go to a file,
 * from which they return without being compressed again; the same rules apply there. Each change of
 * an entry happens inside {@code fills.compute} of its key, so that an invalidation during a fill
 * leaves no stale entry: the fill no longer owns the key.
 */
public final class PageCache implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PageCache.class);

  /** Of all remembered keys of missing pages together. */
  private static final long ABSENT_CHARACTERS = 2_000_000;

  private static final int CHARACTERS_BESIDE_KEY = 100;

  private final StorageReader reader;
  private final Compressor compressor = new Compressor();
  private final PageFactory factory;
  private final Executor background;
  private final LongSupplier nanoTime;
  private final long revalidateAfter;
  private final long retryAfter;
  private final Cache<String, CachedPage> pages;
  private final DiskCache disk;
  private final CacheCounters counters = new CacheCounters();
  private final Cache<String, Boolean> absent;
  private final ConcurrentHashMap<String, PageLoad> fills = new ConcurrentHashMap<>();

  /**
   * An empty cache.
   *
   * @param background runs revalidations. Its tasks block, so it must never run them in the
   *     caller's thread; it may reject them, and they are tried again later
   */
  public PageCache(
      ObjectStorage storage, HeaderSettings headers, CacheSettings settings, Executor background) {
    this(storage, headers, settings, background, System::nanoTime);
  }

  PageCache(
      ObjectStorage storage,
      HeaderSettings headers,
      CacheSettings settings,
      Executor background,
      LongSupplier nanoTime) {
    this.reader = new StorageReader(storage, settings.retryStorageAfter(), nanoTime);
    this.factory = new PageFactory(new PageHeaders(headers), compressor);
    this.background = background;
    this.nanoTime = nanoTime;
    this.revalidateAfter = settings.revalidateAfter().toNanos();
    this.retryAfter = settings.retryStorageAfter().toNanos();
    this.disk =
        new DiskCache(
            settings.diskDirectory(), settings.diskBytes(), factory, background, counters.disk());
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(settings.maximumBytes())
            .weigher((String key, CachedPage page) -> page.weight())
            .evictionListener((key, page, cause) -> evicted(page))
            .executor(Runnable::run)
            .build();
    this.absent =
        Caffeine.newBuilder()
            .maximumWeight(ABSENT_CHARACTERS)
            .weigher((String key, Boolean unused) -> CHARACTERS_BESIDE_KEY + key.length())
            .expireAfterWrite(settings.rememberAbsence())
            .ticker(nanoTime::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  /** The variant of a page if it is in memory; never blocks. */
  public Optional<PageVariant> peek(String key, ContentEncoding preference) {
    CachedPage page = pages.getIfPresent(key);
    if (page == null) {
      return Optional.empty();
    }
    counters.memory().hit();
    checkIfOld(page);
    return page.variant(preference);
  }

  /**
   * The variant of a page, read from storage if it is not in memory.
   *
   * @return empty when there is no such object
   * @throws UnavailableException when the page is not in memory and storage cannot be reached
   */
  public Optional<PageVariant> get(String key, ContentEncoding preference) {
    Optional<PageVariant> present = peek(key, preference);
    if (present.isPresent()) {
      return present;
    }
    return page(key, preference).map(page -> formOf(page, preference));
  }

  /** Drops changed pages, so that the next reader sees the new content. */
  public void invalidate(Collection<String> keys) {
    for (String key : keys) {
      fills.compute(
          key,
          (same, fill) -> {
            pages.invalidate(key);
            disk.forget(key);
            absent.invalidate(key);
            return null;
          });
    }
  }

  /**
   * Revalidates everything against storage, for when the change feed may have lost notifications.
   */
  public void distrustAll() {
    long longAgo = nanoTime.getAsLong() - revalidateAfter - 1;
    pages.asMap().values().forEach(page -> page.freshness().checked(longAgo));
    disk.distrustAll(longAgo);
    absent.invalidateAll();
  }

  private void evicted(CachedPage page) {
    counters.memory().evict();
    disk.put(page);
  }

  /** What was found here and what was not, since the start. */
  public CacheCounters counters() {
    return counters;
  }

  /** The size of the pages in the file, approximately. */
  public long diskBytes() {
    return disk.bytes();
  }

  /** Approximate memory use of all pages in bytes. */
  public long bytes() {
    return pages.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** How many missing pages are remembered. */
  long absentKeys() {
    return absent.estimatedSize();
  }

  /** Creates the variants of pages, and knows which are possible. */
  public Compressor compressor() {
    return compressor;
  }

  private Optional<CachedPage> page(String key, ContentEncoding preference) {
    CachedPage known = pages.getIfPresent(key);
    if (known != null) {
      return Optional.of(known);
    }
    if (absent.getIfPresent(key) != null) {
      return Optional.empty();
    }
    PageLoad mine = new PageLoad();
    PageLoad running = fills.putIfAbsent(key, mine);
    counters.memory().miss();
    if (running != null) {
      return running.await();
    }
    Optional<CachedPage> page = fill(key, mine, Set.of(preference));
    page.ifPresent(this::checkIfOld);
    return page;
  }

  private Optional<CachedPage> fill(String key, PageLoad fill, Set<ContentEncoding> preferences) {
    try {
      // Another fill may have ended between the lookup and the start of this one.
      CachedPage known = pages.getIfPresent(key);
      Optional<CachedPage> page =
          known != null ? Optional.of(known) : fromDiskOrStorage(key, fill, preferences);
      fill.succeed(page);
      return page;
    } catch (RuntimeException | Error failure) {
      fill.fail(failure);
      throw failure;
    } finally {
      fills.remove(key, fill);
    }
  }

  private Optional<CachedPage> fromDiskOrStorage(
      String key, PageLoad fill, Set<ContentEncoding> preferences) {
    Optional<CachedPage> kept = disk.get(key);
    if (kept.isEmpty()) {
      counters.disk().miss();
      return fromStorage(key, fill, preferences);
    }
    counters.disk().hit();
    ifOwner(fill, key, () -> keep(key, kept.get()));
    return kept;
  }

  private Optional<CachedPage> fromStorage(
      String key, PageLoad fill, Set<ContentEncoding> preferences) {
    long now = nanoTime.getAsLong();
    Optional<CachedPage> page =
        reader.get(key).map(object -> factory.make(object, preferences, now));
    ifOwner(
        fill,
        key,
        () -> page.ifPresentOrElse(made -> keepInstead(key, made), () -> keepAbsence(key)));
    return page;
  }

  /** Ends the fill; does nothing if the key was invalidated meanwhile. */
  private void ifOwner(PageLoad fill, String key, Runnable change) {
    fills.computeIfPresent(
        key,
        (same, owner) -> {
          if (owner != fill) {
            return owner;
          }
          change.run();
          return null;
        });
  }

  private void keep(String key, CachedPage page) {
    absent.invalidate(key);
    pages.put(key, page);
  }

  private void keepInstead(String key, CachedPage page) {
    keep(key, page);
    // Last, because until then the old page could move from memory to disk.
    disk.forgetOthers(page);
  }

  private void keepAbsence(String key) {
    pages.invalidate(key);
    disk.forget(key);
    absent.put(key, Boolean.TRUE);
  }

  private PageVariant formOf(CachedPage page, ContentEncoding preference) {
    Optional<PageVariant> made = page.variant(preference);
    if (made.isPresent()) {
      return made.get();
    }
    CachedPage extended = factory.extend(page, preference);
    pages.asMap().replace(page.info().key(), page, extended);
    return extended.variant(preference).orElseThrow();
  }

  private void checkIfOld(CachedPage page) {
    RevalidationAge freshness = page.freshness();
    boolean isOld = nanoTime.getAsLong() - freshness.checkedAt() > revalidateAfter;
    if (isOld && freshness.beginCheck()) {
      checkInBackground(page);
    }
  }

  private void checkInBackground(CachedPage page) {
    try {
      background.execute(() -> check(page));
    } catch (RejectedExecutionException busyOrStopping) {
      LOG.debug("No thread to revalidate {}", page.info().key(), busyOrStopping);
      page.freshness().endCheck();
    }
  }

  private void check(CachedPage page) {
    String key = page.info().key();
    try {
      boolean isSame =
          reader.head(key).filter(info -> info.etag().equals(page.info().etag())).isPresent();
      if (isSame || refill(key, page)) {
        page.freshness().checked(nanoTime.getAsLong());
      }
    } catch (UnavailableException down) {
      LOG.debug("Serving {} unchecked, storage cannot be reached", key, down);
      page.freshness().checked(nanoTime.getAsLong() - revalidateAfter + retryAfter);
    } catch (RuntimeException failure) {
      LOG.error("Could not revalidate {}", key, failure);
      page.freshness().checked(nanoTime.getAsLong());
    } finally {
      page.freshness().endCheck();
    }
  }

  /** Reads the page again; returns false if another thread already does. */
  private boolean refill(String key, CachedPage old) {
    PageLoad mine = new PageLoad();
    if (fills.putIfAbsent(key, mine) != null) {
      return false;
    }
    try {
      mine.succeed(fromStorage(key, mine, old.variants().keySet()));
      return true;
    } catch (RuntimeException | Error failure) {
      mine.fail(failure);
      throw failure;
    } finally {
      fills.remove(key, mine);
    }
  }

  /** Releases the disk space; nothing is stored there any more. */
  @Override
  public void close() {
    try {
      disk.close();
    } catch (IOException failure) {
      LOG.warn("Could not close the page cache file", failure);
    }
  }
}
