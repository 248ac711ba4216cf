package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.channel.Channel;
import com.quaily.model.post.Post;
import com.quaily.testing.TestNewsroom;
import com.quaily.testing.WatchedStorage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which stored pages change with a post, and which do not. */
class PagePublisherTest {

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();
  private final WatchedStorage storage = newsroom.storage();

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
  void aNewPostRewritesOnlyThePagesThatShowIt() {
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

  @Test
  void aBackdatedPostJoinsThePageOfItsNeighborsAndChangesNoOther() {
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

  /** That one tells when a sitemap changed, to the second: it changes or not with the clock. */
  private Set<String> putsButIndexOfSitemaps() {
    Set<String> puts = storage.puts();
    puts.remove("pages/news/sitemap_index.xml");
    return puts;
  }

  @Test
  void aNewCommentCountRewritesOnlyTheArticle() {
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
    newsroom.modules().page().publisher().rewriteArticle(post.channelId(), post.id());
    assertEquals(Set.of("pages/news/p/hello.html"), storage.puts());
    assertTrue(storage.text("pages/news/p/hello.html").contains("<span>1 comment</span>"));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void pinningRewritesTheFrontPageOnly() {
    newsroom.fill(1, 40);
    Post pinned = newsroom.save("pin", "Pinned one", "Text", TestNewsroom.date(0));
    newsroom.refresh();
    storage.forget();
    newsroom.modules().post().pinnedPosts().replace(newsroom.owner(), "news", List.of(pinned.id()));
    newsroom.refresh();
    assertEquals(Set.of("pages/news/index.html"), storage.puts());
    assertTrue(storage.text("pages/news/index.html").contains("Pinned one"));
  }

  @Test
  void aPageShowsTheChannelAsItIsWhateverItsPublisherKnows() {
    Channel known = newsroom.channel();
    Post post = newsroom.save("hello", "Hello", "Text", TestNewsroom.date(1));
    newsroom.retitle("Newer news");
    newsroom.modules().page().publisher().publishArticle(known, post);
    assertTrue(storage.text("pages/news/p/hello.html").contains("Newer news"));
  }

  @Test
  void savingTheSameAgainWritesNothing() {
    newsroom.fill(1, 3);
    newsroom.refresh();
    storage.forget();
    newsroom.refresh();
    newsroom.posts().publish(newsroom.owner(), newsroom.channel(), "post-2");
    newsroom.refresh();
    assertEquals(Set.of(), storage.puts());
  }

  @Test
  void thePaidPartIsStoredSeparately() {
    Post post =
        newsroom.save(
            "deal", "Deal", "Free.\n\n<!--paywall-->\n\nTreasure map", TestNewsroom.date(1));
    newsroom.refresh();
    assertTrue(storage.text("paid/news/" + post.id() + ".html").contains("Treasure map"));
    assertTrue(storage.all("pages/").size() > 5, () -> storage.all("pages/").keySet().toString());
    storage.all("pages/").forEach((key, page) -> assertFalse(page.contains("Treasure"), key));
    newsroom.save("deal", "Deal", "Free now.", null);
    newsroom.refresh();
    assertEquals(Set.of(), storage.all("paid/").keySet());
    assertEquals(List.of(), newsroom.disagreements());
  }
}
