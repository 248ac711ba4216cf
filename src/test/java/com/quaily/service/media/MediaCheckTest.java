package com.quaily.service.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.AttachmentDao;
import com.quaily.database.Database;
import com.quaily.database.DatabaseSettings;
import com.quaily.media.ImageProcessor;
import com.quaily.media.Pictures;
import com.quaily.model.media.Attachment;
import com.quaily.model.media.CoverCrop;
import com.quaily.testing.MemoryStorage;
import com.quaily.testing.SettableClock;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.WatchedStorage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads that arrive together, and files that nobody knows. */
class MediaCheckTest {

  private static final int TOGETHER = 4;
  private static final long USER = 1;

  private final TestDatabase place = TestInstance.migratedDatabase();
  private final Database database =
      new Database(new DatabaseSettings(place.jdbcUrl(), place.user(), place.password(), TOGETHER));
  private final AttachmentDao attachmentDao = database.dao(AttachmentDao.class);
  private final WatchedStorage storage = new WatchedStorage(new MemoryStorage());
  private final SettableClock clock =
      new SettableClock(MemoryStorage.WRITTEN.plus(Duration.ofHours(2)));
  private final ImageProcessor images = new ImageProcessor(TOGETHER);
  private final AttachmentService uploads =
      new AttachmentService(attachmentDao, storage, images, clock);
  private final ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
  private final MediaCheck underTest = new MediaCheck(attachmentDao, storage, clock);

  @BeforeEach
  void addUser() throws SQLException {
    try (Connection connection = place.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into app_user (email, name, created_at, updated_at)"
              + " values ('a@letters.example', '', now(), now())");
    }
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    database.close();
  }

  private static byte[] picture(int width) {
    return Pictures.encode(Pictures.photo(width, 40), "png");
  }

  private List<String> unknown() {
    return underTest.findUnknown(key -> {});
  }

  @Test
  void equalUploadsAtOnceAreOneAndLeaveNoFileThatNobodyKnows() throws Exception {
    CountDownLatch allStored = new CountDownLatch(TOGETHER);
    storage.afterPut(
        key -> {
          // Each has found that the image is new, and none has its row yet.
          if (key.endsWith("-192w.webp")) {
            allStored.countDown();
            await(allStored);
          }
        });
    Set<String> names = new HashSet<>();
    List<Future<Attachment>> answers =
        threads.invokeAll(
            Collections.nCopies(TOGETHER, () -> uploads.upload(USER, picture(400), "a")));
    for (Future<Attachment> answer : answers) {
      names.add(answer.get(2, TimeUnit.MINUTES).hashId());
    }

    assertEquals(1, names.size(), names::toString);
    String name = names.iterator().next();
    assertEquals(
        Set.of("media/" + name + ".webp", "media/" + name + "-192w.webp"),
        storage.all("media/").keySet());
    assertEquals(TOGETHER - 1, storage.deletes().size() / 2);
    assertEquals(List.of(), unknown());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(2, TimeUnit.MINUTES));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void cropsBelongToTheirImage() {
    Attachment cover = uploads.upload(USER, picture(400), "cover.png");
    attachmentDao.requestCrops(cover.pathname(), clock.instant());

    new CoverCropper(attachmentDao, storage, images, clock).makeMissing();

    for (CoverCrop crop : CoverCrop.values()) {
      assertTrue(storage.has(crop.pathname(cover.hashId())), crop::wireName);
    }
    assertEquals(List.of(), unknown());
  }

  @Test
  void filesWithoutAnUploadAreFoundOnceTheyCannotBeOnTheirWayAnyMore() {
    String stray = "media/0123456789abcdef0123456789abcdef";
    for (String ending : List.of(".webp", "-640w.webp", "-og.webp", "-twitter.webp")) {
      storage.put(stray + ending, new byte[1], "image/webp");
    }
    storage.put("media/readme.txt", new byte[1], "text/plain");

    assertEquals(4, unknown().size(), () -> unknown().toString());

    clock.advance(Duration.ofMinutes(-61));
    assertEquals(List.of(), unknown());

    clock.advance(Duration.ofMinutes(61));
    unknown().forEach(underTest::remove);
    assertEquals(List.of(), unknown());
    assertTrue(storage.has("media/readme.txt"));
  }
}
