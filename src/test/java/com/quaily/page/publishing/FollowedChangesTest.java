package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestNewsroom;
import com.quaily.testing.WatchedStorage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** When pages are updated after a change. */
class FollowedChangesTest {

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final WatchedStorage storage = newsroom.storage();

  @Test
  void theArticleIsStoredWhenTheCallReturns() {
    newsroom.save("hello", "Hello", "Text", TestNewsroom.date(1));
    assertTrue(storage.has("pages/news/p/hello.html"));
    assertFalse(storage.text("pages/news/index.html").contains("/p/hello"));
  }

  @Test
  void whileStorageIsDownAChangeIsSavedAndItsPagesAreUpdatedLater() {
    storage.setDown(true);
    newsroom.save("brave", "Brave", "Text", TestNewsroom.date(1));
    newsroom.refresh();
    assertEquals(1, channelsWithChanges());
    storage.setDown(false);
    newsroom.refresh();
    assertTrue(storage.text("pages/news/index.html").contains("/p/brave"));
    assertEquals(0, channelsWithChanges());
    assertEquals(List.of(), newsroom.disagreements());
  }

  private int channelsWithChanges() {
    Instant soon = Instant.now().plusSeconds(1);
    return newsroom.pageDao().selectChannelsWithChanges(soon, soon).size();
  }

  @Test
  void aClaimedChangeIsNotProcessedByAnotherWorker() {
    newsroom.save("brave", "Brave", "Text", TestNewsroom.date(1));
    long channel = newsroom.channel().id();
    Instant now = Instant.now();
    assertEquals(1, newsroom.pageDao().claimChanges(channel, now, now.plusSeconds(60), 10).size());
    newsroom.modules().page().publisher().refresh(channel);
    assertFalse(storage.text("pages/news/index.html").contains("/p/brave"));
    newsroom.pageDao().claimChanges(channel, now.plusSeconds(61), now, 10);
    newsroom.modules().page().publisher().refresh(channel);
    assertTrue(storage.text("pages/news/index.html").contains("/p/brave"));
  }
}
