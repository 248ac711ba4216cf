package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class DraftPreviewApiTest {

  private final Author author;

  DraftPreviewApiTest(TestInstance instance) {
    this.author = Author.of(instance);
  }

  private Reply preview(Object body) {
    return author.api().post(author.posts() + "/preview", body);
  }

  private Document page(Object body) {
    return Jsoup.parse(preview(body).data().get("html").textValue());
  }

  @Test
  void aTextIsShownAsItsPageWouldBeAndNotStored() {
    Document page =
        page(
            json(
                "title", "A title",
                "summary", "In short",
                "content", "Some *text*.",
                "cover_image_url", "https://example.com/cover.png",
                "lang", "ja"));
    assertEquals("A title", page.select("h1").text());
    assertEquals("In short", page.select(".standfirst").text());
    assertEquals("<em>text</em>", page.select(".prose em").outerHtml());
    assertEquals("https://example.com/cover.png", page.select(".cover img").attr("src"));
    assertEquals("ja", page.select("article, html").first().attr("lang"));
    assertEquals("noindex,nofollow", page.select("meta[name=robots]").attr("content"));
    assertEquals(0, author.api().get(author.posts()).data().at("/pagination/total").asInt());
  }

  @Test
  void twoTextsInARowAreNotMixedUp() {
    for (String text : new String[] {"one", "two", "three"}) {
      assertEquals(text, page(json("title", "t", "content", text)).select(".prose").text());
    }
  }

  @Test
  void thePageIsTheOneThatIsPublished() {
    String content = "## One\n\n> quoted\n\n- a\n- b\n\n$x^2$";
    author.published("same", content);
    Document published = Jsoup.parse(author.instance().get(author.page("same")).body());
    Document preview = page(json("title", "About same", "content", content));
    assertEquals(published.select(".prose").outerHtml(), preview.select(".prose").outerHtml());
    assertEquals(
        published.select("link[rel=stylesheet], style").outerHtml(),
        preview.select("link[rel=stylesheet], style").outerHtml());
  }

  @Test
  void aDateWithoutAZoneIsOneOfTheChannel() {
    author
        .api()
        .put(
            "/lists/" + author.slug() + "/options",
            json("options", json("timezone", "Asia/Tokyo")));

    Document page = page(json("title", "t", "datetime", "2026-01-31"));

    assertEquals("2026-01-30T15:00:00Z", page.select("time").attr("datetime"));
    assertTrue(page.select("time").text().contains("31"), page.select("time").text());
  }

  @Test
  void anEmptyTextHasAPreview() {
    assertEquals(200, preview(json()).status());
  }

  @Test
  void limitsHold() {
    Reply refused = preview(json("content", "x".repeat(1_000_001)));
    assertEquals(422, refused.status());
    assertTrue(refused.body().toString().contains("content"));
  }

  @Test
  void onlyWritersSeePreviews() {
    assertEquals(401, author.nobody().post(author.posts() + "/preview", json()).status());
    assertEquals(403, author.somebodyElse().post(author.posts() + "/preview", json()).status());
  }

  @Test
  void noPostTakesTheAddressOfThePreview() {
    Reply refused = author.api().post(author.posts(), json("slug", "preview", "title", "x"));
    assertEquals(422, refused.status());
  }
}
