package com.quaily.routing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.UnavailableException;
import com.quaily.storage.ObjectStorage;
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
 * The pages in memory, ready for sending. For use by many threads.
 *
 * <p>However many readers want a page that is not here, storage is read once. A page is dropped
 * when the change feed names it ({@link #invalidate}) and compared with storage, in the background,
 * when it has been here for a while; what cannot be compared because storage is down goes on being
 * served. Each change of an entry happens inside {@code fills.compute} of its key, so that an
 * invalidation during a fill leaves nothing stale behind: the fill no longer owns the key.
 */
public final class PageCache {

  private static final Logger LOG = LoggerFactory.getLogger(PageCache.class);
  private static final int ABSENT_KEYS = 10_000;

  private final StorageReader reader;
  private final Compressor compressor = new Compressor();
  private final PageFactory factory;
  private final Executor background;
  private final LongSupplier nanoTime;
  private final long revalidateAfter;
  private final long retryAfter;
  private final Cache<String, CachedPage> pages;
  private final Cache<String, Boolean> absent;
  private final ConcurrentHashMap<String, PageFill> fills = new ConcurrentHashMap<>();

  /**
   * An empty cache.
   *
   * @param background runs the comparisons with storage. Its tasks block, so it must never run them
   *     in the caller's thread; it may reject them, then they are tried again
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
    this.pages =
        Caffeine.newBuilder()
            .maximumWeight(settings.maximumBytes())
            .weigher((String key, CachedPage page) -> page.weight())
            .executor(Runnable::run)
            .build();
    this.absent =
        Caffeine.newBuilder()
            .maximumSize(ABSENT_KEYS)
            .expireAfterWrite(settings.rememberAbsence())
            .ticker(nanoTime::getAsLong)
            .executor(Runnable::run)
            .build();
  }

  /** The form of a page if it is in memory; never blocks. */
  Optional<PageVariant> peek(String key, ContentEncoding preference) {
    CachedPage page = pages.getIfPresent(key);
    if (page == null) {
      return Optional.empty();
    }
    if (nanoTime.getAsLong() - page.checkedAt() > revalidateAfter && page.beginCheck()) {
      checkInBackground(page);
    }
    return page.variant(preference);
  }

  /**
   * The form of a page, read from storage when it is not in memory.
   *
   * @return empty when there is no such object
   * @throws UnavailableException when the page is not in memory and storage cannot be reached
   */
  Optional<PageVariant> get(String key, ContentEncoding preference) {
    Optional<PageVariant> present = peek(key, preference);
    if (present.isPresent()) {
      return present;
    }
    return page(key, preference).map(page -> formOf(page, preference));
  }

  /** Drops what the change feed says has changed, so that the next reader sees the new content. */
  public void invalidate(Collection<String> keys) {
    for (String key : keys) {
      fills.compute(
          key,
          (same, fill) -> {
            pages.invalidate(key);
            absent.invalidate(key);
            return null;
          });
    }
  }

  /** Compares everything with storage again, for when the change feed has had a gap. */
  public void distrustAll() {
    long longAgo = nanoTime.getAsLong() - revalidateAfter - 1;
    pages.asMap().values().forEach(page -> page.checked(longAgo));
    absent.invalidateAll();
  }

  /** How many bytes the pages in memory take, about. */
  public long bytes() {
    return pages.policy().eviction().orElseThrow().weightedSize().orElse(0);
  }

  /** How many pages are in memory, about. */
  public long size() {
    return pages.estimatedSize();
  }

  /** What makes the forms of pages, and so knows which of them can be made. */
  Compressor compressor() {
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
    PageFill mine = new PageFill();
    PageFill running = fills.putIfAbsent(key, mine);
    return running == null ? fill(key, mine, Set.of(preference)) : running.await();
  }

  private Optional<CachedPage> fill(String key, PageFill fill, Set<ContentEncoding> preferences) {
    try {
      // Another fill may have ended between the look into memory and the beginning of this one.
      CachedPage known = pages.getIfPresent(key);
      Optional<CachedPage> page =
          known != null ? Optional.of(known) : readAndKeep(key, fill, preferences);
      fill.succeed(page);
      return page;
    } catch (RuntimeException | Error failure) {
      fill.fail(failure);
      throw failure;
    } finally {
      fills.remove(key, fill);
    }
  }

  private Optional<CachedPage> readAndKeep(
      String key, PageFill fill, Set<ContentEncoding> preferences) {
    long now = nanoTime.getAsLong();
    Optional<CachedPage> page =
        reader.get(key).map(object -> factory.make(object, preferences, now));
    fills.computeIfPresent(
        key,
        (same, owner) -> {
          if (owner != fill) {
            return owner;
          }
          page.ifPresentOrElse(made -> keep(key, made), () -> keepAbsence(key));
          return null;
        });
    return page;
  }

  private void keep(String key, CachedPage page) {
    absent.invalidate(key);
    pages.put(key, page);
  }

  private void keepAbsence(String key) {
    pages.invalidate(key);
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

  private void checkInBackground(CachedPage page) {
    try {
      background.execute(() -> check(page));
    } catch (RejectedExecutionException busyOrStopping) {
      LOG.debug("No thread to revalidate {}", page.info().key(), busyOrStopping);
      page.endCheck();
    }
  }

  private void check(CachedPage page) {
    String key = page.info().key();
    try {
      boolean isSame =
          reader.head(key).filter(info -> info.etag().equals(page.info().etag())).isPresent();
      if (!isSame) {
        refill(key, page);
      }
      page.checked(nanoTime.getAsLong());
    } catch (UnavailableException down) {
      LOG.debug("Serving {} unchecked, storage cannot be reached", key, down);
      page.checked(nanoTime.getAsLong() - revalidateAfter + retryAfter);
    } catch (RuntimeException failure) {
      LOG.error("Could not revalidate {}", key, failure);
      page.checked(nanoTime.getAsLong());
    } finally {
      page.endCheck();
    }
  }

  private void refill(String key, CachedPage old) {
    PageFill mine = new PageFill();
    if (fills.putIfAbsent(key, mine) == null) {
      try {
        mine.succeed(readAndKeep(key, mine, old.variants().keySet()));
      } catch (RuntimeException | Error failure) {
        mine.fail(failure);
        throw failure;
      } finally {
        fills.remove(key, mine);
      }
    }
  }
}
