package com.quaily.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two separate lock objects act like two processes. */
class AdvisoryLockTest {

  private final TestDatabase server = TestInstance.migratedDatabase();
  private final Database one = open();
  private final Database other = open();
  private final AdvisoryLock underTest = new AdvisoryLock(one, 1);
  private final AdvisoryLock elsewhere = new AdvisoryLock(other, 1);
  private final List<String> events = new CopyOnWriteArrayList<>();

  private Database open() {
    return new Database(
        new DatabaseSettings(server.jdbcUrl(), server.user(), server.password(), 2));
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @Test
  void theSecondWaitsUntilTheFirstHasEnded() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    CompletableFuture<Void> first =
        CompletableFuture.runAsync(
            () ->
                underTest.whileHeld(
                    7,
                    () -> {
                      held.countDown();
                      awaitQuietly(release);
                      events.add("first");
                    }));
    held.await();
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(() -> elsewhere.whileHeld(7, () -> events.add("second")));
    elsewhere.whileHeld(8, () -> events.add("another id"));
    release.countDown();
    first.get(2, TimeUnit.MINUTES);
    second.get(2, TimeUnit.MINUTES);
    assertEquals(List.of("another id", "first", "second"), events);
  }

  @Test
  void workThatFailsLeavesNoLockBehind() {
    assertThrows(
        IllegalStateException.class,
        () ->
            underTest.whileHeld(
                7,
                () -> {
                  throw new IllegalStateException("on purpose");
                }));
    elsewhere.whileHeld(7, () -> events.add("free"));
    assertEquals(List.of("free"), events);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
