package com.quaily.page.publishing.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Caller;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelInput;
import com.quaily.model.error.InvalidException;
import com.quaily.model.post.Post;
import com.quaily.model.post.PostInput;
import com.quaily.testing.TestNewsroom;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Links between translations of a post. */
class TranslationsTest {

  private static final String ENGLISH = "pages/news/p/harbour.html";
  private static final String JAPANESE = "pages/minato/p/minato.html";

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();

  @Test
  void publishedTranslationsLinkToEachOtherAcrossChannels() {
    newsroom.createChannel("minato");
    save(newsroom.owner(), "news", "harbour", "en", 1);
    newsroom.refresh();
    assertEquals(List.of(), alternates(ENGLISH));
    save(newsroom.owner(), "minato", "minato", "ja", 2);
    newsroom.refresh();
    List<String> both =
        List.of("en https://example.com/news/p/harbour", "ja https://example.com/minato/p/minato");
    assertEquals(both, alternates(ENGLISH).stream().sorted().toList());
    assertEquals(both, alternates(JAPANESE).stream().sorted().toList());
    assertEquals("日本語", page(ENGLISH).select(".languages a").text());
    assertEquals(List.of(), newsroom.disagreements());
  }

  @Test
  void translationsInOneChannelLinkToEachOther() {
    save(newsroom.owner(), "news", "harbour", "en", 1);
    newsroom.fill(2, 9);
    save(newsroom.owner(), "news", "hafen", "de", 10);
    newsroom.refresh();
    assertEquals(2, alternates(ENGLISH).size());
    assertEquals(2, alternates("pages/news/p/hafen.html").size());
  }

  @Test
  void aLinkIsUpdatedAndRemovedWithItsPost() {
    newsroom.createChannel("minato");
    save(newsroom.owner(), "news", "harbour", "en", 1);
    Post japanese = save(newsroom.owner(), "minato", "minato", "ja", 2);
    newsroom.refresh();
    String id = String.valueOf(japanese.id());
    newsroom.posts().update(newsroom.owner(), newsroom.channel("minato"), id, slug("umi"), null);
    newsroom.refresh();
    assertTrue(alternates(ENGLISH).contains("ja https://example.com/minato/p/umi"));
    newsroom.posts().unpublish(newsroom.owner(), newsroom.channel("minato"), id);
    newsroom.refresh();
    assertEquals(List.of(), alternates(ENGLISH));
    newsroom.posts().publish(newsroom.owner(), newsroom.channel("minato"), id);
    newsroom.refresh();
    assertEquals(2, alternates(ENGLISH).size());
    newsroom
        .posts()
        .mergeOptions(
            newsroom.owner(), newsroom.channel("minato"), id, Map.of("translation_key", ""));
    newsroom.refresh();
    assertEquals(List.of(), alternates(ENGLISH));
    assertEquals(List.of(), alternates("pages/minato/p/umi.html"));
  }

  @Test
  void anotherOwnerCannotJoinWithTheSameKey() {
    User other =
        newsroom.modules().account().userService().create("eve@example.com", "Eve", Language.EN);
    Channel theirs =
        newsroom
            .modules()
            .channel()
            .channelService()
            .create(other.id(), new ChannelInput("theirs", "Theirs", "", "", "", "", "", Map.of()));
    save(newsroom.owner(), "news", "harbour", "en", 1);
    save(new Caller(other.id(), Caller.Kind.SESSION, 0), theirs.slug(), "hafen", "de", 2);
    newsroom.refresh();
    assertEquals(List.of(), alternates(ENGLISH));
    assertEquals(List.of(), alternates("pages/theirs/p/hafen.html"));
  }

  @Test
  void aSecondPostInTheSameLanguageIsNotATranslation() {
    save(newsroom.owner(), "news", "harbour", "", 1);
    save(newsroom.owner(), "news", "haven", "EN", 2);
    newsroom.refresh();
    assertEquals(List.of(), alternates(ENGLISH));
  }

  @Test
  void aKeyThatIsNotAShortTextIsRejected() {
    Post post = save(newsroom.owner(), "news", "harbour", "en", 1);
    for (Object key : List.of(7, List.of("a"), "k".repeat(201))) {
      InvalidException refused =
          assertThrows(
              InvalidException.class,
              () ->
                  newsroom
                      .posts()
                      .mergeOptions(
                          newsroom.owner(),
                          newsroom.channel(),
                          String.valueOf(post.id()),
                          Map.of("translation_key", key)));
      assertFalse(refused.getMessage().isEmpty());
    }
  }

  private Post save(Caller caller, String channel, String slug, String lang, int number) {
    return newsroom
        .posts()
        .upsert(
            caller,
            newsroom.channel(channel),
            new PostInput(
                slug,
                "On " + slug,
                null,
                "Text of " + slug,
                null,
                TestNewsroom.date(number),
                null,
                null,
                null,
                lang,
                Map.of("translation_key", "harbour"),
                null));
  }

  private static PostInput slug(String slug) {
    return new PostInput(slug, null, null, null, null, null, null, null, null, null, null, null);
  }

  private Document page(String key) {
    return Jsoup.parse(newsroom.storage().text(key));
  }

  private List<String> alternates(String key) {
    return page(key).select("link[rel=alternate][hreflang]").stream()
        .map(link -> link.attr("hreflang") + " " + link.attr("href"))
        .toList();
  }
}
