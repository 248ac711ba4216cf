package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.page.FeedFormat;
import com.quaily.model.page.PageKeys;
import com.quaily.service.account.UserService.Profile;
import com.quaily.testing.TestNewsroom;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for one format of a feed holds for all. */
class FeedFormatsTest {

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();

  private String feed(FeedFormat format) {
    return newsroom.storage().text(PageKeys.feed("news", format));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void itFollowsEveryChangeOfAPost(FeedFormat format) {
    newsroom.save("hello", "Hello", "First words", TestNewsroom.date(1));
    newsroom.refresh();
    assertTrue(feed(format).contains("First words"), feed(format));
    newsroom.save("hello", "Good day", "Other words", null);
    newsroom.refresh();
    assertTrue(feed(format).contains("Good day"), feed(format));
    assertTrue(feed(format).contains("Other words"), feed(format));
    assertFalse(feed(format).contains("First words"), feed(format));
    newsroom.posts().unpublish(newsroom.owner(), newsroom.channel(), "hello");
    newsroom.refresh();
    assertFalse(feed(format).contains("Good day"), feed(format));
    newsroom.posts().publish(newsroom.owner(), newsroom.channel(), "hello");
    newsroom.refresh();
    assertTrue(feed(format).contains("Good day"), feed(format));
    newsroom.trash().delete(newsroom.owner(), newsroom.channel(), "hello");
    newsroom.refresh();
    assertFalse(feed(format).contains("Good day"), feed(format));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void itHasTheFreePartOnly(FeedFormat format) {
    newsroom.save("deal", "Deal", "Free.\n\n<!--paywall-->\n\nTreasure", TestNewsroom.date(1));
    newsroom.refresh();
    assertTrue(feed(format).contains("Free."), feed(format));
    assertFalse(feed(format).contains("Treasure"), feed(format));
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void itNamesTheChannelAndTheAuthorAsTheyAreNow(FeedFormat format) {
    newsroom.save("hello", "Hello", "Text", TestNewsroom.date(1));
    newsroom.refresh();
    newsroom.retitle("Brand new name");
    newsroom
        .modules()
        .account()
        .userService()
        .updateProfile(newsroom.owner().userId(), new Profile("Ada King", null, null, null, null));
    newsroom.render(newsroom.channel());
    assertTrue(feed(format).contains("Brand new name"), feed(format));
    assertTrue(feed(format).contains("Ada King"), feed(format));
    assertEquals(List.of(), newsroom.disagreements());
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void itHasTheNewestPostsFirstAndNoMoreThanItsLength(FeedFormat format) {
    newsroom.fill(1, 60);
    newsroom.refresh();
    String feed = feed(format);
    assertTrue(feed.contains("/p/post-60") && feed.contains("/p/post-59"), feed);
    assertTrue(feed.indexOf("/p/post-60") < feed.indexOf("/p/post-59"), feed);
    assertFalse(feed.contains("/p/post-1\""), feed);
    assertFalse(feed.contains("/p/post-1<"), feed);
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void itHasTheSamePunctuationAsThePages(FeedFormat format) {
    newsroom.save("quoted", "It's \"here\"", "She said \"yes\" -- twice...", TestNewsroom.date(1));
    newsroom.refresh();
    for (String page : List.of(feed(format), newsroom.storage().text("pages/news/p/quoted.html"))) {
      assertTrue(page.contains("It’s “here”"), page);
      assertTrue(page.contains("She said “yes” – twice…"), page);
    }
    String list = newsroom.storage().text("pages/news/index.html");
    assertTrue(list.contains("It’s “here”"), list);
    assertTrue(list.contains("She said “yes” – twice…"), list);
  }

  @ParameterizedTest
  @EnumSource(FeedFormat.class)
  void aPostInAnotherLanguageKeepsItsPunctuation(FeedFormat format) {
    newsroom.save("quoted", "Title", "Er sagte ...und ging", TestNewsroom.date(1));
    newsroom.execute("update post set lang = 'de', updated_at = now()");
    newsroom.render(newsroom.channel());
    assertTrue(feed(format).contains("Er sagte ...und ging"), feed(format));
    String page = newsroom.storage().text("pages/news/p/quoted.html");
    assertTrue(page.contains("<p>Er sagte ...und ging</p>"), page);
  }
}
