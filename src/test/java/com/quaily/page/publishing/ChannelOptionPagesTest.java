package com.quaily.page.publishing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.page.FeedFormat;
import com.quaily.model.page.PageKeys;
import com.quaily.testing.TestNewsroom;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the owner's switches and texts change on the channel's pages. */
class ChannelOptionPagesTest {

  private static final String MARKDOWN = PageKeys.markdown("news", "deal");

  @AutoClose private final TestNewsroom newsroom = TestNewsroom.open();

  @BeforeEach
  void publish() {
    newsroom.save(
        "deal", "Deal", "Free **words** first.\n\n<!--paywall-->\n\nA treasure", null, "ink");
    newsroom.posts().publish(newsroom.owner(), newsroom.channel(), "deal");
    newsroom.refresh();
  }

  private void option(String json) {
    newsroom.execute("update channel set options = options || '" + json + "'::jsonb");
    newsroom.render(newsroom.channel());
    newsroom.refresh();
  }

  private String page(String key) {
    return newsroom.storage().text(key);
  }

  @Test
  void feedsHaveSummariesOnlyWhenTheOwnerWantsThat() {
    for (FeedFormat format : FeedFormat.values()) {
      assertTrue(page(PageKeys.feed("news", format)).contains("strong"), format.name());
    }
    option("{\"feed_full_content_enabled\": false}");
    for (FeedFormat format : FeedFormat.values()) {
      String feed = page(PageKeys.feed("news", format));
      assertFalse(feed.contains("strong"), feed);
      assertTrue(feed.contains("Free words first."), feed);
    }
  }

  @Test
  void theFreePartIsThereAsMarkdownWhileTheOwnerOffersIt() {
    assertFalse(newsroom.storage().has(MARKDOWN));

    option("{\"post_markdown_enabled\": true}");
    assertEquals("# Deal\n\nFree **words** first.\n", page(MARKDOWN));
    assertTrue(page("pages/news/p/deal.html").contains("/news/p/deal.md"));
    newsroom.save("deal", "Deal", "Other words.\n\n<!--paywall-->\n\nA treasure", null);
    newsroom.refresh();
    assertEquals("# Deal\n\nOther words.\n", page(MARKDOWN));
    newsroom.save("plain", "Plain", "No secret.", TestNewsroom.date(1));
    newsroom.refresh();
    assertEquals("# Plain\n\nNo secret.\n", page(PageKeys.markdown("news", "plain")));
    assertEquals(List.of(), newsroom.disagreements());
    newsroom.posts().unpublish(newsroom.owner(), newsroom.channel(), "deal");
    newsroom.refresh();
    assertFalse(newsroom.storage().has(MARKDOWN));

    option("{\"post_markdown_enabled\": false}");
    assertFalse(newsroom.storage().has(PageKeys.markdown("news", "plain")));
    assertTrue(newsroom.storage().has("pages/news/p/plain.html"));
  }

  @Test
  void theOwnersTextsStandAboveTheFormAndWhereThePaidPartBegins() {
    newsroom.execute(
        "update channel set text_templates = '{\"subscribe_invitation\": \"One letter a *week*\","
            + " \"year_plan_benefits\": \"- All archives\"}'");
    newsroom.render(newsroom.channel());
    newsroom.refresh();

    for (String key : List.of("pages/news/p/deal.html", "pages/news/widget.html")) {
      assertTrue(page(key).contains("One letter a <em>week</em>"), page(key));
    }
    String article = page("pages/news/p/deal.html");
    assertTrue(article.contains("With a yearly plan"), article);
    assertTrue(article.contains("All archives"), article);
    assertFalse(article.contains("With a quarterly plan"), article);
  }
}
