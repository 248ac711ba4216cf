package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.page.PageChange;
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

  @Test
  void theSitemapsOfTheSiteFollowEvenIfStorageFailsRightAfterTheChannels() {
    newsroom.save("brave", "Brave", "Text", TestNewsroom.date(1));
    newsroom.execute("delete from scheduled_tasks");
    storage.afterPut(
        key -> {
          if (key.endsWith("sitemap-1.xml")) {
            storage.setDown(true);
          }
        });
    newsroom.refresh();
    storage.afterPut(key -> {});
    storage.setDown(false);
    newsroom.refresh();
    assertTrue(storage.text("pages/news/sitemap_index.xml").contains("sitemap-1.xml"));
    assertTrue(newsroom.count("scheduled_tasks where task_name = 'site-sitemap'") > 0);
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void aNewPostDoesNotWaitBehindForgottenChanges() {
    newsroom.save("old", "Old", "Text", TestNewsroom.date(1));
    newsroom.refresh();
    long channel = newsroom.channel().id();
    for (int i = 0; i < 500; i++) {
      newsroom
          .pageDao()
          .insertChange(
              new PageChange(0, channel, 0, List.of(), List.of("tag" + i), List.of()),
              Instant.now().minusSeconds(600));
    }
    newsroom.save("urgent", "Urgent", "Text", TestNewsroom.date(2));
    newsroom.modules().page().publisher().refresh(channel);
    assertTrue(storage.text("pages/news/index.html").contains("/p/urgent"));
    long left = newsroom.count("page_change");
    assertTrue(left > 0 && left < 500, left + " wait for a later turn");
    newsroom.refresh();
    assertEquals(0, newsroom.count("page_change"));
  }

  private int channelsWithChanges() {
    Instant soon = Instant.now().plusSeconds(1);
    return newsroom.pageDao().selectChannelsWithChanges(soon, soon, List.of(), 10).size();
  }

  @Test
  void aClaimedChangeIsNotProcessedByAnotherWorker() {
    newsroom.save("brave", "Brave", "Text", TestNewsroom.date(1));
    long channel = newsroom.channel().id();
    Instant now = Instant.now();
    assertEquals(
        1, newsroom.pageDao().claimChanges(channel, now, now.plusSeconds(60), 10, 10).size());
    newsroom.modules().page().publisher().refresh(channel);
    assertFalse(storage.text("pages/news/index.html").contains("/p/brave"));
    newsroom.pageDao().claimChanges(channel, now.plusSeconds(61), now, 10, 0);
    newsroom.modules().page().publisher().refresh(channel);
    assertTrue(storage.text("pages/news/index.html").contains("/p/brave"));
  }
}
