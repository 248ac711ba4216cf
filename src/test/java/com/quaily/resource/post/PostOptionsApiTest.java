package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a post's authors and options change on its page. */
@ExtendWith(SharedInstance.class)
class PostOptionsApiTest {

  private static final int PATIENCE_SECONDS = 60;
  private static final String THREE_HEADINGS = "## A\n\na\n\n## B\n\nb\n\n## C\n\nc";

  private final TestInstance instance;
  private final Author author;
  private final ApiClient cooperator;
  private final long ownerId;
  private final long cooperatorId;

  PostOptionsApiTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
    this.cooperator = author.somebodyElse();
    ownerId = named(author.api(), "Ada Marsh");
    cooperatorId = named(cooperator, "Bo Reed");
    cooperator.post("/subscriptions/" + author.slug() + "/no-challenge", null);
    String cooperators = "/lists/" + author.slug() + "/cooperators";
    author.api().put(cooperators, json("cooperators", List.of(cooperatorId)));
    cooperator.post("/lists/" + author.slug() + "/cooperation", null);
  }

  private static long named(ApiClient client, String name) {
    return client.put("/users/me", json("name", name)).data().get("id").asLong();
  }

  private JsonNode publish(String content, String field, Object value) {
    return author.save(
        json(
            "slug",
            "post",
            "title",
            "A post",
            "content",
            content,
            "datetime",
            "2026-01-31T09:30:00Z",
            field,
            value));
  }

  private Document page(String content, String option, boolean value) {
    publish(content, "post_options", json(option, value));
    return page();
  }

  private Document page() {
    return Jsoup.parse(instance.get(author.page("post")).body());
  }

  @Test
  void severalAuthorsAreNamedInTheirOrder() throws InterruptedException {
    JsonNode saved = publish("text", "display_users", List.of(cooperatorId, ownerId));
    assertEquals(
        List.of("Bo Reed", "Ada Marsh"), saved.get("display_users").findValuesAsText("name"));
    assertEquals("Bo Reed and Ada Marsh", page().select(".author").text());
    assertEquals(
        List.of("Bo Reed", "Ada Marsh"),
        page().select("meta[property=article:author]").eachAttr("content"));
    String data = page().select("script[type=application/ld+json]").html();
    assertTrue(data.matches("(?s).*\"author\":\\[.*Bo Reed.*Ada Marsh.*"), data);
    String feed = "/" + author.slug() + "/feed/atom";
    Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (!instance.get(feed).body().contains("Bo Reed") && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertEquals(
        List.of("Bo Reed", "Ada Marsh"),
        Jsoup.parse(instance.get(feed).body()).select("entry author name").eachText());
  }

  @Test
  void withoutChosenAuthorsTheCreatorIsNamed() {
    publish("text", "display_users", List.of(cooperatorId));
    JsonNode saved = publish("text", "display_users", List.of());
    assertEquals(ownerId, saved.at("/display_users/0/id").asLong());
    assertEquals("Ada Marsh", page().select(".author").text());
  }

  @Test
  void onlyWritersOfTheChannelCanBeNamed() {
    long stranger = named(author.somebodyElse(), "Stranger");
    for (Object wrong :
        new Object[] {
          List.of(stranger), List.of(ownerId, ownerId), Collections.nCopies(11, ownerId)
        }) {
      Reply refused = author.api().post(author.posts(), json("title", "x", "display_users", wrong));
      assertEquals(422, refused.status());
      assertTrue(refused.body().toString().contains("display_users"));
    }
  }

  @Test
  void anAuthorWhoLeftTheChannelCanStayNamed() {
    publish("text", "display_users", List.of(cooperatorId));
    String cooperators = "/lists/" + author.slug() + "/cooperators";
    author.api().put(cooperators, json("cooperators", List.of()));
    publish("new text", "display_users", List.of(cooperatorId));
    assertEquals("Bo Reed", page().select(".author").text());
  }

  @Test
  void theOutlineCanBeSwitchedOffAndOn() {
    assertTrue(page(THREE_HEADINGS, "outline_enabled", false).select(".toc").isEmpty());
    assertFalse(page(THREE_HEADINGS, "outline_enabled", true).select(".toc").isEmpty());
    assertFalse(page("## One\n\ntext", "outline_enabled", true).select(".toc").isEmpty());
  }

  @Test
  void lineBreaksAreKeptOnDemand() {
    assertEquals(0, page("a\nb", "line_breaks", false).select(".prose br").size());
    assertEquals(1, page("a\nb", "line_breaks", true).select(".prose br").size());
  }

  @Test
  void thePageSaysThatAiWasUsed() {
    assertFalse(page("text", "ai_label", false).select(".facts").text().contains("AI"));
    assertTrue(page("text", "ai_label", true).select(".facts").text().contains("Made with AI"));
  }

  @Test
  void commentsCanBeClosedAndOpenedForOnePost() {
    long id = publish("text", "post_options", json("comments_enabled", true)).get("id").asLong();
    assertEquals(200, comment(id).status());
    assertTrue(page("text", "comments_enabled", true).select(".facts").text().contains("comment"));
    publish("text", "post_options", json("comments_enabled", false));
    assertEquals(ErrorCode.COMMENTS_CLOSED.number(), comment(id).code());
    assertFalse(page().select(".facts").text().contains("comment"));
  }

  private Reply comment(long id) {
    return author.somebodyElse().post("/comments", json("post_id", id, "content", "Hello"));
  }

  @Test
  void optionsAreTrueOrFalse() {
    for (String option :
        List.of("comments_enabled", "outline_enabled", "line_breaks", "ai_label")) {
      Reply refused =
          author
              .api()
              .post(author.posts(), json("title", "x", "post_options", json(option, "yes")));
      assertEquals(422, refused.status(), option);
      assertTrue(refused.body().toString().contains(option));
    }
  }
}
