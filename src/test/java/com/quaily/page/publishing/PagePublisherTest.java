package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Post;
import com.quaily.model.PostInput;
import com.quaily.testing.TestNewsroom;
import com.quaily.testing.WatchedStorage;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of the stored pages when posts change. */
class PagePublisherTest {

  private final TestNewsroom newsroom = TestNewsroom.open();
  private final WatchedStorage storage = newsroom.storage();

  @AfterEach
  void close() {
    newsroom.close();
  }

  @Test
  void publishingShowsThePostOnEveryPageThatListsIt() {
    newsroom.save("hello", "Hello world", "Some text.", TestNewsroom.date(1), "tea", "東京の散歩");
    newsroom.refresh();
    for (String page :
        List.of(
            "p/hello.html",
            "index.html",
            "page/1.html",
            "tags/tea.html",
            "tags/東京の散歩.html",
            "feed/atom.xml",
            "feed/rss.xml",
            "feed/feed.json")) {
      String key = "pages/news/" + page;
      assertTrue(storage.text(key).contains("Hello world"), key);
    }
    assertTrue(storage.text("pages/news/sitemap-1.xml").contains("/news/p/hello"));
    assertTrue(storage.text("pages/news/sitemap_index.xml").contains("sitemap-1.xml"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void theArticleIsStoredWhenTheCallReturns() {
    newsroom.save("hello", "Hello", "Text", TestNewsroom.date(1));
    assertTrue(storage.has("pages/news/p/hello.html"));
    assertFalse(storage.text("pages/news/index.html").contains("/p/hello"));
  }

  @Test
  void aNewPostRewritesWhatShowsItAndNothingElse() {
    newsroom.fill(1, 40);
    newsroom.refresh();
    storage.forget();
    newsroom.save("fresh", "Fresh", "Text", TestNewsroom.date(41));
    newsroom.refresh();
    assertEquals(
        Set.of(
            "pages/news/p/fresh.html",
            "pages/news/p/post-40.html",
            "pages/news/index.html",
            "pages/news/page/3.html",
            "pages/news/feed/atom.xml",
            "pages/news/feed/rss.xml",
            "pages/news/feed/feed.json",
            "pages/news/sitemap-1.xml"),
        putsButIndexOfSitemaps());
    assertEquals(Set.of(), storage.deletes());
  }

  /** That one tells when a sitemap changed, to the second: it changes or not with the clock. */
  private Set<String> putsButIndexOfSitemaps() {
    Set<String> puts = storage.puts();
    puts.remove("pages/news/sitemap_index.xml");
    return puts;
  }

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
  void anotherNumberOfCommentsRewritesTheArticleAndNothingElse() {
    newsroom.execute("update channel set options = options || '{\"comment_enabled\": true}'");
    Post post = newsroom.save("hello", "Hello", "Text", TestNewsroom.date(1));
    newsroom.save("other", "Other", "Text", TestNewsroom.date(2));
    newsroom.refresh();
    newsroom.execute(
        """
        insert into comment (post_id, channel_id, author_id, content, status, created_at, updated_at)
        select id, channel_id, user_id, 'x', status, now(), now()
        from post, generate_series(0, 3) as status where slug = 'hello'
        """);
    storage.forget();
    newsroom.backend().pages().publisher().rewriteArticle(post.channelId(), post.id());
    assertEquals(Set.of("pages/news/p/hello.html"), storage.puts());
    assertTrue(storage.text("pages/news/p/hello.html").contains("<span>1 comment</span>"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void theOldestListPageIsNotTouchedByLaterOnes() {
    newsroom.fill(1, 33);
    newsroom.refresh();
    storage.forget();
    newsroom.fill(34, 50);
    newsroom.refresh();
    assertFalse(storage.puts().contains("pages/news/page/1.html"));
    assertFalse(storage.puts().contains("pages/news/page/2.html"));
  }

  @Test
  void aPostOfThePastJoinsThePageOfItsNeighboursAndMovesNoOther() {
    newsroom.fill(1, 40);
    newsroom.refresh();
    storage.forget();
    newsroom.save("late", "Late", "Text", TestNewsroom.date(5).plusSeconds(60));
    newsroom.refresh();
    assertEquals(
        Set.of(
            "pages/news/p/late.html",
            "pages/news/p/post-5.html",
            "pages/news/p/post-6.html",
            "pages/news/page/1.html",
            "pages/news/sitemap-1.xml"),
        putsButIndexOfSitemaps());
    String late = storage.text("pages/news/p/late.html");
    assertTrue(late.contains("/p/post-5") && late.contains("/p/post-6"));
    assertTrue(storage.text("pages/news/p/post-5.html").contains("/p/late"));
    assertTrue(storage.text("pages/news/p/post-6.html").contains("/p/late"));
  }

  @Test
  void unpublishingRemovesThePostFromEveryPage() {
    newsroom.fill(1, 3);
    newsroom.save("gone", "Soon gone", "Text", TestNewsroom.date(2).plusSeconds(1), "tea");
    newsroom.refresh();
    newsroom.posts().unpublish(newsroom.owner(), "news", "gone");
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
    newsroom.posts().delete(newsroom.owner(), "news", "gone");
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
    newsroom.posts().delete(newsroom.owner(), "news", "gone");
    storage.setDown(false);
    newsroom.refresh();
    assertNoTrace("gone");
    assertEquals(Set.of(), storage.all("paid/").keySet());
    assertEquals(List.of(), newsroom.disagreements());
  }

  private void assertNoTrace(String slug) {
    storage.all("pages/").forEach((key, page) -> assertFalse(page.contains("/p/" + slug), key));
    assertFalse(storage.has("pages/news/p/" + slug + ".html"));
  }

  @Test
  void emptyingAListPageClosesTheGap() {
    newsroom.fill(1, 48);
    newsroom.refresh();
    for (int number = 17; number <= 32; number++) {
      newsroom.posts().unpublish(newsroom.owner(), "news", "post-" + number);
    }
    assertEquals(1, newsroom.count("scheduled_tasks where task_instance like '%renumber%'"));
    newsroom.backend().pages().channelRenderer().renumber(newsroom.channel().id());
    newsroom.render(newsroom.channel());
    newsroom.refresh();
    assertFalse(storage.has("pages/news/page/3.html"));
    assertTrue(storage.text("pages/news/page/2.html").contains("/p/post-48"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void manyPostsOfThePastLetTheListPagesBeNumberedAnew() {
    newsroom.fill(1, 20);
    for (int second = 1; second <= 17; second++) {
      newsroom.save("in-" + second, "In", "Text", TestNewsroom.date(3).plusSeconds(second));
    }
    assertEquals(1, newsroom.count("scheduled_tasks where task_instance like '%renumber%'"));
    newsroom.refresh();
    newsroom.backend().pages().channelRenderer().renumber(newsroom.channel().id());
    newsroom.render(newsroom.channel());
    assertEquals(16, newsroom.postDao().countListPage(newsroom.channel().id(), 1));
    assertEquals(16, newsroom.postDao().countListPage(newsroom.channel().id(), 2));
    assertTrue(storage.has("pages/news/page/3.html"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void renamingMovesThePageAndLeavesARedirect() {
    newsroom.fill(1, 2);
    newsroom.refresh();
    newsroom.posts().update(newsroom.owner(), "news", "post-1", renamed("first"), null);
    newsroom.refresh();
    assertFalse(storage.has("pages/news/p/post-1.html"));
    assertTrue(storage.has("pages/news/p/first.html"));
    assertEquals("{\"p/post-1\":\"p/first\"}", storage.text("routing/redirects/news.json"));
    assertTrue(storage.text("pages/news/p/post-2.html").contains("/p/first"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  private static PostInput renamed(String slug) {
    return new PostInput(slug, null, null, null, null, null, null, null, null, null, null);
  }

  @Test
  void aCardInAnotherChannelFollowsTheTitleAndTheSlug() {
    newsroom.save("star", "A star", "Text", TestNewsroom.date(1));
    newsroom.createChannel("other");
    String embed = "Look:\n\n![](https://example.com/news/p/star)\n\nwell";
    newsroom.save("other", "fan", "Fan", embed, TestNewsroom.date(1));
    newsroom.refresh();
    assertTrue(storage.text("pages/other/p/fan.html").contains("A star"));
    newsroom.save("star", "A bright star", "Text", null);
    newsroom.refresh();
    assertTrue(storage.text("pages/other/p/fan.html").contains("A bright star"));
    storage
        .all("pages/other/feed/")
        .forEach((key, feed) -> assertFalse(feed.contains("A star"), key));
    newsroom.posts().update(newsroom.owner(), "news", "star", renamed("sun"), null);
    newsroom.refresh();
    assertTrue(storage.text("pages/other/p/fan.html").contains("A bright star"));
    assertTrue(storage.text("pages/other/p/fan.html").contains("/news/p/sun"));
    newsroom.posts().unpublish(newsroom.owner(), "news", "sun");
    newsroom.refresh();
    assertFalse(storage.text("pages/other/p/fan.html").contains("A bright star"));
  }

  @Test
  void pinningRewritesTheFrontPageOnly() {
    newsroom.fill(1, 40);
    Post pinned = newsroom.save("pin", "Pinned one", "Text", TestNewsroom.date(0));
    newsroom.refresh();
    storage.forget();
    newsroom
        .backend()
        .services()
        .pinnedPosts()
        .replace(newsroom.owner(), "news", List.of(pinned.id()));
    newsroom.refresh();
    assertEquals(Set.of("pages/news/index.html"), storage.puts());
    assertTrue(storage.text("pages/news/index.html").contains("Pinned one"));
  }

  @Test
  void whatIsBehindThePaywallLiesApart() {
    Post post =
        newsroom.save(
            "deal", "Deal", "Free.\n\n<!--paywall-->\n\nTreasure map", TestNewsroom.date(1));
    newsroom.refresh();
    assertTrue(storage.text("paid/news/" + post.id() + ".html").contains("Treasure map"));
    storage.all("pages/").forEach((key, page) -> assertFalse(page.contains("Treasure"), key));
    newsroom.save("deal", "Deal", "Free now.", null);
    newsroom.refresh();
    assertEquals(Set.of(), storage.all("paid/").keySet());
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void whileStorageIsDownAChangeIsSavedAndItsPagesFollowLater() {
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
  void aChangeThatSomebodyFollowsIsNotFollowedByAnother() {
    newsroom.save("brave", "Brave", "Text", TestNewsroom.date(1));
    long channel = newsroom.channel().id();
    Instant now = Instant.now();
    assertEquals(1, newsroom.pageDao().claimChanges(channel, now, now.plusSeconds(60), 10).size());
    newsroom.backend().pages().publisher().refresh(channel);
    assertFalse(storage.text("pages/news/index.html").contains("/p/brave"));
    newsroom.pageDao().claimChanges(channel, now.plusSeconds(61), now, 10);
    newsroom.backend().pages().publisher().refresh(channel);
    assertTrue(storage.text("pages/news/index.html").contains("/p/brave"));
  }

  @Test
  void savingTheSameAgainWritesNothing() {
    newsroom.fill(1, 3);
    newsroom.refresh();
    storage.forget();
    newsroom.refresh();
    newsroom.posts().publish(newsroom.owner(), "news", "post-2");
    newsroom.refresh();
    assertEquals(Set.of(), storage.puts());
  }

  @Test
  void anotherTitleForTheChannelReachesEveryPage() {
    newsroom.fill(1, 20);
    newsroom.refresh();
    newsroom
        .backend()
        .services()
        .channelService()
        .update(
            newsroom.owner(),
            "news",
            new com.quaily.model.ChannelInput(
                null, "Brand new name", null, null, null, null, null, null));
    newsroom.render(newsroom.channel());
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
    newsroom.backend().services().channelService().changeSlug(newsroom.owner(), "news", "fresh");
    newsroom.render(newsroom.channel());
    assertEquals(Set.of(), storage.all("pages/news/").keySet());
    assertEquals(Set.of(), storage.all("paid/news/").keySet());
    assertEquals(pages, storage.all("pages/fresh/").size());
    assertEquals("{\"\":\"fresh\"}", storage.text("routing/redirects/news.json"));
    assertEquals(List.of(), newsroom.disagreements());
    newsroom.backend().services().channelService().changeSlug(newsroom.owner(), "fresh", "news");
    newsroom.render(newsroom.channel());
    assertEquals(pages, storage.all("pages/news/").size());
    assertEquals(
        Set.of("routing/redirects/fresh.json"), storage.all("routing/redirects/").keySet());
    assertEquals(List.of(), newsroom.disagreements());
  }
}
