package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestNewsroom;
import com.quaily.testing.WatchedStorage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The list page of each post. */
class ListPageNumbersTest {

  private static final String EVEN_JOBS = "scheduled_tasks where task_name = 'even-list-pages'";

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final WatchedStorage storage = newsroom.storage();

  @Test
  void aNewListPageBeginsAfterSixteenPosts() {
    newsroom.fill(1, 16);
    newsroom.refresh();
    assertFalse(storage.has("pages/news/page/2.html"));
    assertFalse(storage.text("pages/news/page/1.html").contains("/page/2"));
    newsroom.fill(17, 17);
    newsroom.refresh();
    assertTrue(storage.text("pages/news/page/2.html").contains("/p/post-17"));
    assertTrue(storage.text("pages/news/page/1.html").contains("/page/2"));
    assertTrue(storage.text("pages/news/page/2.html").contains("/page/1"));
  }

  @Test
  void theOldestListPageDoesNotChangeWithLaterOnes() {
    newsroom.fill(1, 33);
    newsroom.refresh();
    storage.forget();
    newsroom.fill(34, 50);
    newsroom.refresh();
    assertFalse(storage.puts().contains("pages/news/page/1.html"));
    assertFalse(storage.puts().contains("pages/news/page/2.html"));
  }

  @Test
  void emptyingAListPageClosesTheGap() {
    newsroom.fill(1, 48);
    newsroom.refresh();
    for (int number = 17; number <= 32; number++) {
      newsroom.posts().unpublish(newsroom.owner(), newsroom.channel(), "post-" + number);
    }
    assertEquals(1, newsroom.count(EVEN_JOBS));
    newsroom.refresh();
    even();
    assertFalse(storage.has("pages/news/page/3.html"));
    assertTrue(storage.text("pages/news/page/2.html").contains("/p/post-48"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void manyBackdatedPostsCauseARenumberingOfTheListPages() {
    newsroom.fill(1, 20);
    for (int second = 1; second <= 17; second++) {
      newsroom.save("in-" + second, "In", "Text", TestNewsroom.date(3).plusSeconds(second));
    }
    assertEquals(1, newsroom.count(EVEN_JOBS));
    newsroom.refresh();
    even();
    assertEquals(16, newsroom.postDao().countListPage(newsroom.channel().id(), 1));
    assertEquals(16, newsroom.postDao().countListPage(newsroom.channel().id(), 2));
    assertTrue(storage.has("pages/news/page/3.html"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void onlyThePagesThatMoveAreWritten() {
    newsroom.fill(1, 64);
    for (int second = 1; second <= 17; second++) {
      newsroom.save("in-" + second, "In", "Text", TestNewsroom.date(40).plusSeconds(second));
    }
    newsroom.refresh();
    storage.forget();
    even();
    assertEquals(
        Set.of("page/3.html", "page/4.html", "page/5.html", "page/6.html"),
        storage.puts().stream()
            .map(key -> key.replace("pages/news/", ""))
            .filter(key -> key.startsWith("p"))
            .collect(Collectors.toSet()));
    assertEquals(List.of(), newsroom.disagreements());
  }

  private void even() {
    ListNumbering numbering = newsroom.modules().page().listNumbering();
    new RebalanceListPagesHandler(numbering)
        .run(new PageChangeLog.ListPagesJob(newsroom.channel().id()));
    newsroom.refresh();
  }
}
