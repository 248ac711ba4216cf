package com.quaily.service.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ConflictException;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.model.post.PostPlace;
import com.quaily.model.post.PostVersion;
import com.quaily.testing.TestNewsroom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostServiceTest {

  private static final Instant LONG_AGO = Instant.parse("2010-02-03T04:05:06.123456Z");

  private static TestNewsroom newsroom;

  @BeforeAll
  static void open() {
    newsroom = TestNewsroom.open();
  }

  @AfterEach
  void deleteAll() {
    newsroom
        .postDao()
        .selectVersionsSavedBefore(newsroom.channel().id(), PostPlace.NEWEST, 0, 100)
        .forEach(this::delete);
    newsroom.refresh();
    assertEquals(List.of(), newsroom.disagreements());
    assertEquals(0, newsroom.number("select published_posts from channel"));
    assertEquals(0, newsroom.count("channel_tag where posts <> 0"));
  }

  private void delete(PostVersion post) {
    newsroom.trash().delete(newsroom.owner(), newsroom.channel(), String.valueOf(post.id()));
  }

  @AfterAll
  static void close() {
    newsroom.close();
  }

  private static Post stored(Post post) {
    return newsroom.postDao().selectById(post.id()).orElseThrow();
  }

  @Test
  void everythingInARequestIsStored() {
    Post saved =
        newsroom
            .posts()
            .upsert(
                newsroom.owner(),
                newsroom.channel(),
                new PostInput(
                    "all",
                    "Ein Titel 題",
                    "A summary",
                    "Free\n\n<!--paywall-->\n\nPaid",
                    "https://example.com/cover.png",
                    LONG_AGO,
                    null,
                    List.of("東京", "Tea Time"),
                    "",
                    "ja",
                    Map.of("a", List.of(1, "two"), "b", Map.of("c", true)),
                    null));
    Post stored = stored(saved);
    assertEquals("Ein Titel 題", stored.title());
    assertEquals(List.of("東京", "tea-time"), stored.tags());
    assertEquals(LONG_AGO, stored.publishedAt());
    assertEquals(Map.of("a", List.of(1, "two"), "b", Map.of("c", true)), stored.options());
    assertTrue(stored.paidContent().contains("Paid"));
    assertEquals(1, stored.listPage());
    assertEquals(saved, stored);
  }

  @Test
  void aPostWithoutAnythingHasEmptyParts() {
    Post stored = stored(newsroom.save("bare", "Bare", "", null));
    assertEquals(List.of(), stored.tags());
    assertEquals(Map.of(), stored.options());
    assertFalse(stored.isPublished());
    assertFalse(newsroom.storage().has("pages/news/p/bare.html"));
  }

  @Test
  void aDraftKeepsTheFirstDateItWasSavedWith() {
    Post draft =
        newsroom
            .posts()
            .upsert(
                newsroom.owner(),
                newsroom.channel(),
                new PostInput(
                    "old", "Old", null, "Text", null, null, LONG_AGO, null, null, null, null,
                    null));
    assertEquals(LONG_AGO, stored(draft).firstPublishedAt());
    assertFalse(stored(draft).isPublished());
    Post published = newsroom.posts().publish(newsroom.owner(), newsroom.channel(), "old");
    assertEquals(LONG_AGO, stored(published).firstPublishedAt());
  }

  @Test
  void publishingTwiceKeepsTheFirstDate() {
    newsroom.save("twice", "Twice", "Text", LONG_AGO);
    Post again = newsroom.posts().publish(newsroom.owner(), newsroom.channel(), "twice");
    assertEquals(LONG_AGO, stored(again).publishedAt());
    newsroom.posts().unpublish(newsroom.owner(), newsroom.channel(), "twice");
    Post later = newsroom.posts().publish(newsroom.owner(), newsroom.channel(), "twice");
    assertEquals(LONG_AGO, stored(later).firstPublishedAt());
    assertEquals(LONG_AGO, stored(later).publishedAt());
  }

  @Test
  void changedTagsAreCountedAgain() {
    newsroom.save("tagged", "Tagged", "Text", LONG_AGO, "a", "b");
    newsroom.save("tagged", "Tagged", "Text", null, "b", "c");
    assertEquals(0, newsroom.count("channel_tag where tag = 'a' and posts <> 0"));
    assertEquals(2, newsroom.count("channel_tag where tag in ('b', 'c') and posts = 1"));
    newsroom.refresh();
    assertFalse(newsroom.storage().has("pages/news/tags/a.html"));
    assertTrue(newsroom.storage().has("pages/news/tags/c.html"));
  }

  @Test
  void theLongestTagHasAPage() {
    String tag = "長".repeat(com.quaily.model.Limits.TAG);
    newsroom.save("long", "Long", "Text", LONG_AGO, tag);
    newsroom.refresh();
    assertTrue(newsroom.storage().has("pages/news/tags/" + tag + ".html"));
  }

  @Test
  void aSlugOfAnotherPostIsRefused() {
    newsroom.save("one", "One", "Text", null);
    newsroom.save("two", "Two", "Text", null);
    PostInput input =
        new PostInput("one", null, null, null, null, null, null, null, null, null, null, null);
    assertThrows(
        ConflictException.class,
        () -> newsroom.posts().update(newsroom.owner(), newsroom.channel(), "two", input, null));
  }

  @Test
  void aDateInTheFutureIsRejected() {
    assertThrows(
        InvalidException.class,
        () -> newsroom.save("ahead", "Ahead", "Text", Instant.now().plusSeconds(3600)));
  }
}
