package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.testing.TestNewsroom;
import com.quaily.testing.WatchedStorage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Updates of pages after new titles and slugs of posts and channels. */
class RenamingTest {

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final WatchedStorage storage = newsroom.storage();

  @Test
  void renamingMovesThePageAndLeavesARedirect() {
    newsroom.fill(1, 2);
    newsroom.refresh();
    newsroom.posts().update(newsroom.owner(), newsroom.channel(), "post-1", renamed("first"), null);
    newsroom.refresh();
    assertFalse(storage.has("pages/news/p/post-1.html"));
    assertTrue(storage.has("pages/news/p/first.html"));
    assertEquals("{\"p/post-1\":\"p/first\"}", storage.text("routing/redirects/news.json"));
    assertTrue(storage.text("pages/news/p/post-2.html").contains("/p/first"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  private static PostInput renamed(String slug) {
    return new PostInput(slug, null, null, null, null, null, null, null, null, null, null, null);
  }

  @Test
  void aCardInAnotherChannelIsUpdatedWithTheTitleAndTheSlug() {
    newsroom.save("star", "A star", "Text", TestNewsroom.date(1));
    newsroom.createChannel("other");
    String embed = "Look:\n\n![](https://example.com/news/p/star)\n\nwell";
    newsroom.save("other", "fan", "Fan", embed, TestNewsroom.date(1));
    newsroom.refresh();
    assertTrue(storage.text("pages/other/p/fan.html").contains("A star"));
    newsroom.save("star", "A bright star", "Text", null);
    newsroom.refresh();
    assertTrue(storage.text("pages/other/p/fan.html").contains("A bright star"));
    assertEquals(3, storage.all("pages/other/feed/").size());
    storage
        .all("pages/other/feed/")
        .forEach((key, feed) -> assertFalse(feed.contains("A star"), key));
    newsroom.posts().update(newsroom.owner(), newsroom.channel(), "star", renamed("sun"), null);
    newsroom.refresh();
    assertTrue(storage.text("pages/other/p/fan.html").contains("A bright star"));
    assertTrue(storage.text("pages/other/p/fan.html").contains("/news/p/sun"));
    newsroom.posts().unpublish(newsroom.owner(), newsroom.channel(), "sun");
    newsroom.refresh();
    assertFalse(storage.text("pages/other/p/fan.html").contains("A bright star"));
  }

  @Test
  void anotherTitleForTheChannelReachesEveryPage() {
    newsroom.fill(1, 20);
    newsroom.refresh();
    newsroom.retitle("Brand new name");
    newsroom.render(newsroom.channel());
    assertTrue(storage.all("pages/news/").size() > 25);
    storage
        .all("pages/news/")
        .forEach(
            (key, page) ->
                assertTrue(key.endsWith(".xml") || page.contains("Brand new name"), key));
  }

  @Test
  void anotherSlugForTheChannelMovesItsPagesAndLeavesARedirect() {
    newsroom.fill(1, 20);
    newsroom.save("deal", "Deal", "Free.\n\n<!--paywall-->\n\nPaid", TestNewsroom.date(30));
    newsroom.refresh();
    int pages = storage.all("pages/news/").size();
    newsroom.modules().channel().channelService().changeSlug(newsroom.owner(), "news", "fresh");
    newsroom.render(newsroom.channel());
    assertEquals(Set.of(), storage.all("pages/news/").keySet());
    assertEquals(Set.of(), storage.all("paid/news/").keySet());
    assertEquals(pages, storage.all("pages/fresh/").size());
    assertEquals("{\"\":\"fresh\"}", storage.text("routing/redirects/news.json"));
    assertEquals(List.of(), newsroom.disagreements());
    newsroom.modules().channel().channelService().changeSlug(newsroom.owner(), "fresh", "news");
    newsroom.render(newsroom.channel());
    assertEquals(pages, storage.all("pages/news/").size());
    assertEquals(
        Set.of("routing/redirects/fresh.json"), storage.all("routing/redirects/").keySet());
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void whoeverKnowsTheFormerSlugLeavesTheNewPagesAlone() {
    newsroom.save("star", "A star", "Text", TestNewsroom.date(1));
    Post changed = newsroom.save("star", "A bright star", "Text", null);
    newsroom.refresh();
    Channel before = newsroom.channel("news");
    newsroom.modules().channel().channelService().changeSlug(newsroom.owner(), "news", "fresh");
    newsroom.render(newsroom.channel());

    newsroom.modules().page().publisher().publishArticle(before, changed);

    assertTrue(storage.has("pages/fresh/p/star.html"));
    assertFalse(storage.has("pages/news/p/star.html"));
    assertEquals(List.of(), newsroom.disagreements());
  }
}
