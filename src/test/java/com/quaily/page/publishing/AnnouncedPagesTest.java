package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.database.ChangeFeed;
import com.quaily.database.DatabaseSettings;
import com.quaily.testing.TestNewsroom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Other processes hear of every page that was written or removed. */
class AnnouncedPagesTest {

  private static final String PAGE = "pages/news/p/hello.html";

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();

  @AutoClose
  private final ChangeFeed otherProcess =
      new ChangeFeed(
          new DatabaseSettings(
              newsroom.database().jdbcUrl(),
              newsroom.database().user(),
              newsroom.database().password(),
              1),
          Map.of(ChangeFeed.PAGE_CHANGED, heard::add),
          () -> {});

  @BeforeEach
  void listen() throws Exception {
    otherProcess.start();
    assertTrue(otherProcess.awaitConnected(Duration.ofSeconds(30)));
  }

  @Test
  void aNewPageIsAnnounced() throws Exception {
    newsroom.save("hello", "Hello", "Text", TestNewsroom.date(1));
    assertTrue(isHeard(PAGE));
  }

  @Test
  void aRemovedPageIsAnnounced() throws Exception {
    newsroom.save("hello", "Hello", "Text", TestNewsroom.date(1));
    newsroom.refresh();
    // Everything until this one belongs to the publication.
    newsroom.modules().database().announce(ChangeFeed.PAGE_CHANGED, "separator");
    assertTrue(isHeard("separator"));
    newsroom.modules().post().trash().delete(newsroom.owner(), newsroom.channel(), "hello");
    assertTrue(isHeard(PAGE));
    assertFalse(newsroom.storage().has(PAGE));
  }

  private boolean isHeard(String key) throws InterruptedException {
    String next = heard.poll(2, TimeUnit.MINUTES);
    while (next != null && !List.of(next.split("\n")).contains(key)) {
      next = heard.poll(2, TimeUnit.MINUTES);
    }
    return next != null;
  }
}
