package com.quaily.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract for every store; each store's test runs it on an empty one. */
interface ObjectStorageContract {

  String HTML = "text/html; charset=utf-8";

  /** The store under test, empty at the beginning of each test. */
  ObjectStorage underTest();

  /** Makes the store unreachable. */
  void takeAway();

  /** Makes it reachable again, with all its objects. */
  void bringBack();

  @Test
  default void aStoredObjectCanBeRead() {
    ObjectInfo put = underTest().put("pages/a/index.html", "<p>ä</p>".getBytes(UTF_8), HTML);

    StoredObject got = underTest().get("pages/a/index.html").orElseThrow();
    assertEquals("<p>ä</p>", new String(got.content(), UTF_8));
    assertEquals("pages/a/index.html", got.info().key());
    assertEquals(9, got.info().size());
    assertEquals(squeezed(HTML), squeezed(got.info().contentType()));
    assertSameObject(put, got.info());
    assertTrue(
        Duration.between(got.info().lastModified(), Instant.now()).abs().toMinutes() < 5,
        "written now");
  }

  @Test
  default void headAnswersAsGetAndListDo() {
    put("a/b.html", "content");

    ObjectInfo head = underTest().head("a/b.html").orElseThrow();

    assertEquals(underTest().get("a/b.html").orElseThrow().info(), head);
    assertSameObject(head, list("a/").get(0));
  }

  @Test
  default void anObjectThatWasNeverPutIsAbsent() {
    put("a/b.html", "content");

    for (String key : List.of("a", "a/b", "a/c.html", "b/c/d")) {
      assertTrue(underTest().get(key).isEmpty(), key);
      assertTrue(underTest().head(key).isEmpty(), key);
    }
    assertEquals(List.of(), list("nothing/here"));
  }

  @Test
  default void aPutReplacesTheObject() {
    put("a.html", "the first and longer one");
    put("a.html", "the second");

    assertEquals("the second", text("a.html"));
    assertEquals(1, list("").size());
  }

  @Test
  default void theEtagIsBareAndChangesWithTheContent() {
    List<String> etags = new ArrayList<>();
    for (int i = 10; i < 30; i++) {
      etags.add(put("a.html", "same size " + i).etag());
      assertEquals(etags.get(etags.size() - 1), underTest().head("a.html").orElseThrow().etag());
    }

    assertEquals(etags.size(), etags.stream().distinct().count());
    assertTrue(etags.stream().noneMatch(etag -> etag.isEmpty() || etag.contains("\"")));
  }

  @Test
  default void deletingTwiceIsDeletingOnce() {
    put("a/b/c.html", "gone soon");
    put("a/d.html", "stays");

    underTest().delete("a/b/c.html");
    underTest().delete("a/b/c.html");
    underTest().delete("never/was.html");

    assertTrue(underTest().get("a/b/c.html").isEmpty());
    assertEquals("stays", text("a/d.html"));
  }

  @Test
  default void anObjectMayBeEmpty() {
    ObjectInfo info = underTest().put("empty.txt", new byte[0], "text/plain; charset=utf-8");

    assertEquals(0, info.size());
    assertEquals(0, underTest().get("empty.txt").orElseThrow().content().length);
  }

  @Test
  default void anObjectMayBeLarge() {
    byte[] content = new byte[8 * 1024 * 1024 + 1];
    new Random(7).nextBytes(content);

    underTest().put("large.zip", content, "application/zip");

    assertArrayEquals(content, underTest().get("large.zip").orElseThrow().content());
    assertEquals(content.length, underTest().head("large.zip").orElseThrow().size());
  }

  @ParameterizedTest
  @MethodSource("com.quaily.storage.StorageKeys#unusual")
  default void unusualKeysAreListedUnchanged(String key) {
    put(key, key);

    assertEquals(key, text(key));
    assertEquals(List.of(key), keys(""));
    underTest().delete(key);
    assertTrue(underTest().head(key).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("com.quaily.storage.StorageKeys#hostile")
  default void hostileKeysAreRefusedByEveryMethod(String key) {
    refused(() -> underTest().get(key));
    refused(() -> underTest().head(key));
    refused(() -> underTest().put(key, new byte[1], HTML));
    refused(() -> underTest().delete(key));
  }

  @Test
  default void theListIsInTheOrderOfKeysAcrossDirectories() {
    List<String> keys = List.of("a-b", "a.b/c", "a/b", "a/c/d", "a/cc", "a0", "b/日本.html", "é");
    List<String> shuffled = new ArrayList<>(keys);
    Collections.shuffle(shuffled, new Random(3));
    shuffled.forEach(key -> put(key, key));

    assertEquals(keys, keys(""));
  }

  @Test
  default void aPrefixIsTheBeginningOfAKeyNotAFolder() {
    for (String key : List.of("pages/ab/x", "pages/abc/y", "pages/abd", "pages/b", "pagesab")) {
      put(key, key);
    }

    assertEquals(List.of("pages/ab/x", "pages/abc/y", "pages/abd"), keys("pages/ab"));
    assertEquals(List.of("pages/ab/x"), keys("pages/ab/"));
    assertEquals(List.of("pages/abd"), keys("pages/abd"));
    assertEquals(List.of(), keys("pages/abd/"));
  }

  @Test
  default void thousandsAreListedLazily() throws Exception {
    List<Callable<ObjectInfo>> puts =
        IntStream.range(0, 1_050)
            .mapToObj(i -> (Callable<ObjectInfo>) () -> put(String.format("many/a/%05d", i), "x"))
            .toList();
    inThreads(8, puts);
    put("many/b/early", "x");

    try (Stream<ObjectInfo> stream = underTest().list("many/")) {
      Iterator<ObjectInfo> infos = stream.iterator();
      assertEquals("many/a/00000", infos.next().key());
      put("many/b/late", "put after the listing had begun, before it came here");

      List<String> rest = new ArrayList<>();
      infos.forEachRemaining(info -> rest.add(info.key()));
      assertEquals(1_051, rest.size());
      assertEquals("many/a/01049", rest.get(1_048));
      assertEquals(List.of("many/b/early", "many/b/late"), rest.subList(1_049, 1_051));
    }
  }

  @Test
  default void readersNeverSeeATornObject() throws Exception {
    Map<String, Integer> fillOfEtag = new HashMap<>();
    record Written(String etag, int fill) {}
    underTest().put("torn.txt", filled(1), HTML);

    List<Callable<Written>> work = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      int fill = i % 60 + 1;
      if (i % 3 == 0) {
        work.add(() -> new Written(underTest().put("torn.txt", filled(fill), HTML).etag(), fill));
      } else {
        work.add(
            () -> {
              StoredObject read = underTest().get("torn.txt").orElseThrow();
              assertArrayEquals(filled(read.content()[0]), read.content(), "whole");
              return new Written(read.info().etag(), read.content()[0]);
            });
      }
    }

    List<Written> all = inThreads(6, work);
    assertEquals(120, all.size());
    for (Written written : all) {
      Integer other = fillOfEtag.putIfAbsent(written.etag(), written.fill());
      boolean one = other == null || other == written.fill() || !tagsFollowAtOnce();
      assertTrue(one, "an ETag stands for one content");
    }
  }

  /** Whether the store changes content and ETag in the same moment. */
  default boolean tagsFollowAtOnce() {
    return true;
  }

  @Test
  default void puttingAndDeletingNeighborsDoNotDisturbEachOther() throws Exception {
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      String key = "deep/er/and/deeper/" + i + ".html";
      work.add(
          () -> {
            put(key, key);
            boolean there = key.equals(text(key));
            underTest().delete(key);
            return there && underTest().head(key).isEmpty();
          });
    }

    assertFalse(inThreads(8, work).contains(false));
    assertEquals(List.of(), keys(""));
  }

  @Test
  default void anUnreachableStoreIsUnavailableUntilItReturns() {
    put("a/b.html", "kept");

    takeAway();
    unavailable(() -> underTest().get("a/b.html"));
    unavailable(() -> underTest().head("a/b.html"));
    unavailable(() -> put("a/b.html", "lost"));
    unavailable(() -> underTest().delete("a/b.html"));
    unavailable(() -> list(""));
    bringBack();

    assertEquals("kept", text("a/b.html"));
    put("a/b.html", "works again");
    assertEquals("works again", text("a/b.html"));
  }

  private ObjectInfo put(String key, String content) {
    return underTest().put(key, content.getBytes(UTF_8), ContentTypes.of(key));
  }

  private String text(String key) {
    return new String(underTest().get(key).orElseThrow().content(), UTF_8);
  }

  private List<ObjectInfo> list(String prefix) {
    try (Stream<ObjectInfo> infos = underTest().list(prefix)) {
      return infos.toList();
    }
  }

  private List<String> keys(String prefix) {
    return list(prefix).stream().map(ObjectInfo::key).toList();
  }

  private static byte[] filled(int value) {
    byte[] content = new byte[value * 1_000];
    Arrays.fill(content, (byte) value);
    return content;
  }

  private static void refused(Executable call) {
    assertThrows(IllegalArgumentException.class, call);
  }

  private static void unavailable(Executable call) {
    UnavailableException failure = assertThrows(UnavailableException.class, call);
    assertEquals(ErrorCode.STORAGE_UNAVAILABLE, failure.code());
  }

  /** The same but for fractions of a second, which not every store tells every time. */
  private static void assertSameObject(ObjectInfo expected, ObjectInfo actual) {
    assertEquals(expected.key(), actual.key());
    assertEquals(expected.size(), actual.size());
    assertEquals(expected.etag(), actual.etag());
    assertEquals(squeezed(expected.contentType()), squeezed(actual.contentType()));
    assertTrue(
        Duration.between(expected.lastModified(), actual.lastModified()).abs().toSeconds() <= 2,
        "times differ");
  }

  /** Some servers drop the space before a media type's parameter, which means nothing. */
  private static String squeezed(String contentType) {
    return contentType.replace(" ", "");
  }

  private static <T> List<T> inThreads(int threads, List<Callable<T>> work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
