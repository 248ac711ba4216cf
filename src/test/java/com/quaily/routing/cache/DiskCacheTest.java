package com.quaily.routing.cache;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.Header;
import com.quaily.testing.MemoryStorage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages evicted from memory, as users of the page cache see them. */
class DiskCacheTest {

  private static final int PAGES = 200;
  private static final Duration MINUTE = Duration.ofSeconds(60);

  @TempDir Path directory;

  private final MemoryStorage storage = new MemoryStorage();
  private final AtomicLong now = new AtomicLong(5_000_000_000L);
  private final Queue<Runnable> background = new ArrayDeque<>();
  private PageCache underTest;

  @AfterEach
  void close() {
    underTest.close();
  }

  /** A cache whose memory holds a few of the pages only. */
  private void start(long diskBytes) {
    start(diskBytes, directory.resolve("cache"));
  }

  private void start(long diskBytes, Path cacheDirectory) {
    underTest =
        new PageCache(
            storage,
            HeaderSettings.defaults(),
            new CacheSettings(
                60_000, diskBytes, cacheDirectory, MINUTE, Duration.ofSeconds(2), MINUTE),
            background::add,
            now::get);
    for (int i = 0; i < PAGES; i++) {
      storage.putHtml(key(i), html(i));
    }
  }

  private static String key(int page) {
    return "pages/alice/p/" + page + ".html";
  }

  private static String html(int page) {
    return "<style>a{}</style>" + ("<p>Letter " + page + "</p>").repeat(100);
  }

  private PageVariant read(int page, ContentEncoding encoding) {
    PageVariant variant = underTest.get(key(page), encoding).orElseThrow();
    runBackground();
    return variant;
  }

  private void readAll(ContentEncoding encoding) {
    IntStream.range(0, PAGES).forEach(page -> read(page, encoding));
  }

  private void runBackground() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  private static String text(PageVariant variant) {
    return new String(
        new Compressor().decode(variant.body().toArray(), variant.encoding()),
        StandardCharsets.UTF_8);
  }

  @Test
  void evictedPagesReturnWithoutStorage() {
    start(1 << 24);
    readAll(ContentEncoding.GZIP);
    List<Header> headers = read(0, ContentEncoding.GZIP).ok().headers();
    int gets = storage.gets();
    for (int page = 0; page < PAGES; page++) {
      PageVariant variant = read(page, ContentEncoding.GZIP);
      assertEquals(html(page), text(variant));
      assertEquals(ContentEncoding.GZIP, variant.encoding());
    }
    assertEquals(gets, storage.gets());
    assertEquals(headers, read(0, ContentEncoding.GZIP).ok().headers());
  }

  @Test
  void aMissingVariantIsMadeFromAnExistingOne() {
    start(1 << 24);
    readAll(ContentEncoding.GZIP);
    int gets = storage.gets();
    for (int page = 0; page < PAGES; page++) {
      PageVariant plain = read(page, ContentEncoding.IDENTITY);
      assertEquals(ContentEncoding.IDENTITY, plain.encoding());
      assertArrayEquals(html(page).getBytes(StandardCharsets.UTF_8), plain.body().toArray());
    }
    assertEquals(gets, storage.gets());
  }

  @Test
  void aChangeIsVisibleImmediatelyAfterItsNotification() {
    start(1 << 24);
    readAll(ContentEncoding.GZIP);
    for (int page = 0; page < PAGES; page++) {
      storage.putHtml(key(page), html(page + 1000));
      underTest.invalidate(List.of(key(page)));
    }
    for (int page = 0; page < PAGES; page++) {
      assertEquals(html(page + 1000), text(read(page, ContentEncoding.GZIP)));
    }
  }

  @Test
  void anOldPageFromDiskIsRevalidatedToo() {
    start(1 << 24);
    readAll(ContentEncoding.GZIP);
    now.addAndGet(MINUTE.toNanos() + 1);
    for (int page = 0; page < PAGES; page++) {
      storage.putHtml(key(page), html(page + 1000));
    }
    // Old pages are shown once more, and compared in the background of that.
    readAll(ContentEncoding.GZIP);
    for (int page = 0; page < PAGES; page++) {
      assertEquals(html(page + 1000), text(read(page, ContentEncoding.GZIP)));
    }
  }

  @Test
  void aPageThatBecameTooSmallForTheDiskIsNotServedInItsOldForm() {
    start(1 << 24);
    readAll(ContentEncoding.GZIP);
    now.addAndGet(MINUTE.toNanos() + 1);
    for (int page = 0; page < PAGES; page++) {
      storage.putHtml(key(page), "small");
    }
    readAll(ContentEncoding.GZIP);
    // Everything leaves memory again meanwhile.
    for (int page = 0; page < PAGES; page++) {
      assertEquals("small", text(read(page, ContentEncoding.GZIP)));
    }
  }

  @Test
  void afterAGapInTheFeedEverythingIsRevalidatedAgain() {
    start(1 << 24);
    readAll(ContentEncoding.GZIP);
    for (int page = 0; page < PAGES; page++) {
      storage.delete(key(page));
    }
    underTest.distrustAll();
    readAll(ContentEncoding.GZIP);
    for (int page = 0; page < PAGES; page++) {
      assertEquals(Optional.empty(), underTest.get(key(page), ContentEncoding.GZIP));
    }
  }

  @Test
  void theFileStaysWithinItsLimitAndEvictsTheOldestPages() throws IOException {
    int capacity = 8 * 1024;
    start(capacity);
    for (int round = 0; round < 3; round++) {
      for (int page = 0; page < PAGES; page++) {
        assertEquals(html(page), text(read(page, ContentEncoding.GZIP)));
      }
    }
    assertTrue(storage.gets() > PAGES);
  }

  @Test
  void aLargePageComesBackWhole() {
    start(1 << 28);
    // Noise in hexadecimal: its compressed form is larger than one piece of a reading.
    String large = noise(1_000_000);
    storage.putHtml(key(0), large);
    for (int round = 0; round < 2; round++) {
      assertEquals(large, text(read(0, ContentEncoding.GZIP)));
    }
    assertEquals(1, storage.gets());
  }

  private static String noise(int length) {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder(length);
    while (text.length() < length) {
      text.append(Long.toHexString(random.nextLong()));
    }
    return text.toString();
  }

  @Test
  void theFileIsDeletedWhenItIsOpened() throws IOException {
    start(1 << 24);
    readAll(ContentEncoding.GZIP);
    try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void withoutADirectoryForTheFilePagesAreMadeAgain() throws IOException {
    Path notADirectory = Files.createFile(directory.resolve("taken"));
    start(1 << 24, notADirectory);
    readAll(ContentEncoding.GZIP);
    for (int page = 0; page < PAGES; page++) {
      assertEquals(html(page), text(read(page, ContentEncoding.GZIP)));
    }
    assertTrue(storage.gets() > PAGES);
  }

  @Test
  void imagesAreNotCachedOnDisk() {
    start(1 << 24);
    byte[] picture = new byte[3000];
    for (int i = 0; i < PAGES; i++) {
      storage.put("media/" + i + ".webp", picture, "image/webp");
    }
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < PAGES; i++) {
        underTest.get("media/" + i + ".webp", ContentEncoding.GZIP);
        runBackground();
      }
    }
    assertTrue(storage.gets() > PAGES + PAGES / 2);
  }
}
