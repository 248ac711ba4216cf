package com.quaily.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.quaily.model.error.UnavailableException;
import com.quaily.testing.MemoryStorage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class GuardedStorageTest {

  private final AtomicLong now = new AtomicLong();
  private Duration answerTime = Duration.ZERO;
  private final MemoryStorage storage = new MemoryStorage();

  private final GuardedStorage underTest = new GuardedStorage(slow(), now::get);

  /** The storage, whose answers to {@code get} take their time. */
  private ObjectStorage slow() {
    ObjectStorage slow = mock(ObjectStorage.class, delegatesTo(storage));
    doAnswer(
            call -> {
              now.addAndGet(answerTime.toNanos());
              return storage.get(call.getArgument(0));
            })
        .when(slow)
        .get(anyString());
    return slow;
  }

  @Test
  void everyCallIsPassedOn() {
    underTest.put("pages/a.html", new byte[] {1}, "text/html");
    assertEquals(1, underTest.get("pages/a.html").orElseThrow().info().size());
    assertEquals(1, underTest.head("pages/a.html").orElseThrow().size());
    assertEquals(1, underTest.list("pages/").count());
    underTest.delete("pages/a.html");
    assertEquals(0, underTest.list("pages/").count());
  }

  @Test
  void aStorageThatHangsIsLeftAloneForASecond() {
    hang(Duration.ofSeconds(4));
    assertThrows(UnavailableException.class, () -> underTest.get("a"));
    int asked = storage.gets();
    answerTime = Duration.ZERO;
    List<Executable> all =
        List.of(
            () -> underTest.get("a"),
            () -> underTest.head("a"),
            () -> underTest.put("a", new byte[0], "text/html"),
            () -> underTest.delete("a"),
            () -> underTest.list(""));
    all.forEach(call -> assertThrows(UnavailableException.class, call));
    assertEquals(asked, storage.gets());
    storage.setDown(false);
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertEquals(0, underTest.list("").count());
    assertEquals(0, underTest.list("").count());
  }

  @Test
  void quickFailuresKeepTheWayOpen() {
    hang(Duration.ZERO);
    for (int i = 0; i < 3; i++) {
      assertThrows(UnavailableException.class, () -> underTest.get("a"));
    }
    assertEquals(3, storage.gets());
  }

  private void hang(Duration time) {
    storage.setDown(true);
    answerTime = time;
  }
}
