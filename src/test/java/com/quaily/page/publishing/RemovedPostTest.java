package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestNewsroom;
import com.quaily.testing.WatchedStorage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A deleted post leaves no pages. */
class RemovedPostTest {

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final WatchedStorage storage = newsroom.storage();

  @Test
  void unpublishingRemovesThePostFromEveryPage() {
    newsroom.fill(1, 3);
    newsroom.save("gone", "Soon gone", "Text", TestNewsroom.date(2).plusSeconds(1), "tea");
    newsroom.refresh();
    newsroom.posts().unpublish(newsroom.owner(), newsroom.channel(), "gone");
    newsroom.refresh();
    assertNoTrace("gone");
    assertFalse(storage.has("pages/news/tags/tea.html"));
    assertTrue(storage.text("pages/news/p/post-2.html").contains("/p/post-3"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void deletingRemovesThePostFromEveryPage() {
    newsroom.fill(1, 3);
    newsroom.save("gone", "Gone", "Free\n\n<!--paywall-->\n\nPaid", TestNewsroom.date(9), "tea");
    newsroom.refresh();
    assertFalse(storage.all("paid/").isEmpty());
    newsroom.trash().delete(newsroom.owner(), newsroom.channel(), "gone");
    newsroom.refresh();
    assertNoTrace("gone");
    assertEquals(Set.of(), storage.all("paid/").keySet());
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void deletingWhileStorageIsDownRemovesEverythingLater() {
    newsroom.save("gone", "Gone", "Free\n\n<!--paywall-->\n\nPaid", TestNewsroom.date(9), "tea");
    newsroom.refresh();
    storage.setDown(true);
    newsroom.trash().delete(newsroom.owner(), newsroom.channel(), "gone");
    storage.setDown(false);
    newsroom.refresh();
    assertNoTrace("gone");
    assertEquals(Set.of(), storage.all("paid/").keySet());
    assertEquals(List.of(), newsroom.disagreements());
  }

  private void assertNoTrace(String slug) {
    assertTrue(storage.has("pages/news/index.html"));
    storage.all("pages/").forEach((key, page) -> assertFalse(page.contains("/p/" + slug), key));
    assertFalse(storage.has("pages/news/p/" + slug + ".html"));
  }
}
