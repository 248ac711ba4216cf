package com.quaily.routing.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.UnavailableException;
import com.quaily.routing.http.ContentEncoding;
import com.quaily.testing.MemoryStorage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PageCacheTest {

  private static final String KEY = "pages/alice/index.html";
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final MemoryStorage storage = new MemoryStorage();
  private final AtomicLong now = new AtomicLong(5_000_000_000L);
  private final Queue<Runnable> background = new ArrayDeque<>();
  private final PageCache underTest = cache(1 << 20);

  private PageCache cache(long bytes) {
    return new PageCache(
        storage,
        HeaderSettings.defaults(),
        new CacheSettings(
            bytes, 0, Path.of("unused"), MINUTE, Duration.ofSeconds(2), Duration.ofSeconds(1)),
        background::add,
        now::get);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }

  private Optional<String> read(String key) {
    return underTest.get(key, ContentEncoding.IDENTITY).map(PageCacheTest::text);
  }

  private static String text(PageVariant variant) {
    return new String(variant.body().toArray(), StandardCharsets.UTF_8);
  }

  private void runBackground() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  @Test
  void manyReadersCauseOneRead() throws Exception {
    storage.putHtml(KEY, "hello");
    CountDownLatch everybodyAsks = new CountDownLatch(64);
    storage.beforeAnswering(
        () -> {
          try {
            assertTrue(everybodyAsks.await(1, TimeUnit.MINUTES));
          } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
          }
        });
    ExecutorService readers = Executors.newFixedThreadPool(64);
    try {
      List<Future<Optional<String>>> answers = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        ContentEncoding encoding = ContentEncoding.values()[i % 2];
        answers.add(
            readers.submit(
                () -> {
                  everybodyAsks.countDown();
                  return underTest.get(KEY, encoding).map(variant -> text(variant));
                }));
      }
      for (Future<Optional<String>> answer : answers) {
        assertEquals(Optional.of("hello"), answer.get());
      }
    } finally {
      readers.shutdownNow();
    }
    assertEquals(1, storage.gets());
  }

  @Test
  void anInvalidationDuringAFillLeavesNothingStale() {
    storage.putHtml(KEY, "old");
    AtomicBoolean changed = new AtomicBoolean();
    storage.beforeAnswering(
        () -> {
          if (changed.compareAndSet(false, true)) {
            storage.putHtml(KEY, "new");
            underTest.invalidate(List.of(KEY));
          }
        });
    assertEquals(Optional.of("old"), read(KEY));
    assertEquals(Optional.of("new"), read(KEY));
    assertEquals(2, storage.gets());
  }

  @Test
  void anInvalidationDuringAFillOfNothingLeavesNoAbsence() {
    AtomicBoolean changed = new AtomicBoolean();
    storage.beforeAnswering(
        () -> {
          if (changed.compareAndSet(false, true)) {
            storage.putHtml(KEY, "new");
            underTest.invalidate(List.of(KEY));
          }
        });
    assertEquals(Optional.empty(), read(KEY));
    assertEquals(Optional.of("new"), read(KEY));
  }

  @Test
  void anInvalidationDuringARevalidationLeavesNothingStale() {
    storage.putHtml(KEY, "first");
    read(KEY);
    storage.putHtml(KEY, "second");
    pass(MINUTE.plusNanos(1));
    read(KEY);
    AtomicBoolean changed = new AtomicBoolean();
    storage.beforeAnswering(
        () -> {
          if (changed.compareAndSet(false, true)) {
            storage.putHtml(KEY, "third");
            underTest.invalidate(List.of(KEY));
          }
        });
    runBackground();
    assertEquals(Optional.of("third"), read(KEY));
  }

  @Test
  void theLimitIsEnforced() {
    PageCache small = cache(300_000);
    String page = "x".repeat(8_000);
    for (int i = 0; i < 500; i++) {
      storage.putHtml("pages/alice/p/" + i + ".html", page + i);
      small.get("pages/alice/p/" + i + ".html", ContentEncoding.IDENTITY);
    }
    assertTrue(small.bytes() <= 300_000, () -> small.bytes() + " bytes");
    assertTrue(small.bytes() > 100_000, () -> small.bytes() + " bytes");
  }

  @Test
  void onlyRequestedVariantsTakeMemory() {
    storage.putHtml(KEY, "paper and ink ".repeat(2_000));
    underTest.get(KEY, ContentEncoding.GZIP);
    long gzipOnly = underTest.bytes();
    assertTrue(gzipOnly < 10_000, () -> gzipOnly + " bytes");
    underTest.get(KEY, ContentEncoding.IDENTITY);
    assertTrue(underTest.bytes() > 28_000, () -> underTest.bytes() + " bytes");
    assertEquals(1, storage.gets());
  }

  @Test
  void absenceIsCachedBriefly() {
    assertEquals(Optional.empty(), read(KEY));
    storage.putHtml(KEY, "hello");
    pass(Duration.ofMillis(1_900));
    assertEquals(Optional.empty(), read(KEY));
    assertEquals(1, storage.gets());
    pass(Duration.ofMillis(101));
    assertEquals(Optional.of("hello"), read(KEY));
  }

  @Test
  void strangersCannotFillTheMemoryWithMissingPages() {
    String path = "pages/alice/p/" + ("x".repeat(200) + "/").repeat(4);
    for (int page = 0; page < 10_000; page++) {
      assertTrue(read(path + page).isEmpty());
    }
    assertTrue(underTest.absentKeys() > 100, "some are remembered");
    assertTrue(underTest.absentKeys() < 2_200, underTest.absentKeys() + " are remembered");
  }

  @Test
  void absenceTakesNoMemoryFromPages() {
    for (int i = 0; i < 50_000; i++) {
      read("pages/nobody/p/" + i + ".html");
    }
    assertEquals(0, underTest.bytes());
  }

  @Test
  void aPageIsComparedWithStorageInTheBackground() {
    storage.putHtml(KEY, "hello");
    read(KEY);
    pass(MINUTE);
    read(KEY);
    assertTrue(background.isEmpty());
    pass(Duration.ofNanos(1));
    read(KEY);
    read(KEY);
    assertEquals(1, background.size());
    runBackground();
    assertEquals(1, storage.heads());
    assertEquals(1, storage.gets());
    read(KEY);
    assertTrue(background.isEmpty());
  }

  @Test
  void theOldContentIsServedUntilTheNewOneIsLoaded() {
    storage.putHtml(KEY, "old");
    read(KEY);
    storage.putHtml(KEY, "new");
    pass(MINUTE.plusNanos(1));
    assertEquals(Optional.of("old"), read(KEY));
    runBackground();
    assertEquals(Optional.of("new"), read(KEY));
    assertEquals(2, storage.gets());
  }

  @Test
  void deletedPagesAreRemovedByRevalidation() {
    storage.putHtml(KEY, "old");
    read(KEY);
    storage.delete(KEY);
    pass(MINUTE.plusNanos(1));
    read(KEY);
    runBackground();
    assertEquals(Optional.empty(), read(KEY));
  }

  @Test
  void afterAGapInTheFeedEverythingIsRevalidated() {
    storage.putHtml(KEY, "old");
    read(KEY);
    read("pages/alice/p/new.html");
    storage.putHtml(KEY, "new");
    storage.putHtml("pages/alice/p/new.html", "new");
    underTest.distrustAll();
    read(KEY);
    runBackground();
    assertEquals(Optional.of("new"), read(KEY));
    assertEquals(Optional.of("new"), read("pages/alice/p/new.html"));
  }

  @Test
  void whileStorageIsDownMemoryServesAndTheRestFailsFast() {
    storage.putHtml(KEY, "hello");
    read(KEY);
    storage.setDown(true);
    pass(MINUTE.plusNanos(1));
    assertEquals(Optional.of("hello"), read(KEY));
    runBackground();
    assertEquals(Optional.of("hello"), read(KEY));
    int asked = storage.gets();
    for (int i = 0; i < 100; i++) {
      String key = "pages/alice/p/" + i + ".html";
      assertThrows(UnavailableException.class, () -> read(key));
    }
    assertEquals(asked, storage.gets());
    assertEquals(1, storage.heads());
  }

  @Test
  void whenStorageReturnsPagesAreRevalidated() {
    storage.putHtml(KEY, "hello");
    read(KEY);
    storage.putHtml("pages/alice/p/new.html", "new");
    storage.setDown(true);
    assertThrows(UnavailableException.class, () -> read("pages/alice/p/new.html"));
    storage.setDown(false);
    storage.putHtml(KEY, "changed");
    pass(MINUTE.plusNanos(1));
    assertEquals(Optional.of("new"), read("pages/alice/p/new.html"));
    read(KEY);
    runBackground();
    assertEquals(Optional.of("changed"), read(KEY));
  }

  @Test
  void aFailureIsNotCached() {
    storage.putHtml(KEY, "hello");
    AtomicBoolean failed = new AtomicBoolean();
    storage.beforeAnswering(
        () -> {
          if (failed.compareAndSet(false, true)) {
            throw new IllegalStateException("once");
          }
        });
    assertThrows(IllegalStateException.class, () -> read(KEY));
    assertEquals(Optional.of("hello"), read(KEY));
  }

  @Test
  void withoutAFreeThreadTheRevalidationIsRetried() {
    AtomicBoolean full = new AtomicBoolean(true);
    PageCache cache =
        new PageCache(
            storage,
            HeaderSettings.defaults(),
            CacheSettings.defaults(),
            task -> {
              if (full.get()) {
                throw new RejectedExecutionException();
              }
              task.run();
            },
            now::get);
    storage.putHtml(KEY, "old");
    cache.get(KEY, ContentEncoding.IDENTITY);
    storage.putHtml(KEY, "new");
    pass(MINUTE.plusNanos(1));
    assertTrue(cache.peek(KEY, ContentEncoding.IDENTITY).isPresent());
    full.set(false);
    cache.peek(KEY, ContentEncoding.IDENTITY);
    assertEquals("new", text(cache.peek(KEY, ContentEncoding.IDENTITY).orElseThrow()));
  }

  @Test
  void aBodyMovesToDirectMemoryWhenItIsRequestedOften() {
    storage.putHtml(KEY, "hello");
    PageVariant variant = underTest.get(KEY, ContentEncoding.IDENTITY).orElseThrow();
    assertFalse(variant.ok().body().isDirect());
    for (int use = 0; use < 20; use++) {
      variant.ok().body();
    }
    assertTrue(variant.ok().body().isDirect());
    assertEquals("hello", StandardCharsets.UTF_8.decode(variant.ok().body()).toString());
  }
}
