package com.quaily.resource.channel;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages beside the posts: about, notes, packs, and the page of a person. */
@ExtendWith(SharedInstance.class)
class CompanionPagesTest {

  private final TestInstance instance;
  private final Author author;

  CompanionPagesTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
  }

  private String page(String path) {
    return instance.get("/" + author.slug() + path).body();
  }

  private int status(String path) {
    return instance.get("/" + author.slug() + path).statusCode();
  }

  @Test
  void everyChannelHasAPageAboutItWithItsForm() {
    Waiting.until("the page about", () -> status("/about") == 200);

    String about = page("/about");
    assertTrue(about.contains("/api/subscriptions/" + author.slug()), about);
    assertTrue(about.contains("<link rel=\"canonical\" href=\"" + instance.url()), about);
    assertEquals(404, instance.get("/no-such-channel/about").statusCode());
    assertEquals(404, status("/bower"), "without notes there is no page of notes");
    assertEquals(404, status("/packs"));
  }

  @Test
  void notesAppearAndGoWithTheirPageAndPremiumOnesStaySecret() {
    author.api().put("/lists/" + author.slug() + "/tweets", json("tweets_enabled", true));
    long note =
        author
            .api()
            .post("/tweets?list=" + author.slug(), json("text", "A *short* note"))
            .data()
            .get("id")
            .asLong();
    long secret =
        author
            .api()
            .post("/tweets?list=" + author.slug(), json("text", "Hidden words"))
            .data()
            .get("id")
            .asLong();
    author.api().put("/tweets/" + secret + "/premium", null);

    Waiting.until("the note", () -> page("/bower").contains("A <em>short</em> note"));
    Waiting.until("the premium note", () -> page("/bower").contains("for paying subscribers"));
    assertFalse(page("/bower").contains("Hidden words"));
    author.api().delete("/tweets/" + note);
    Waiting.until("the note to go", () -> !page("/bower").contains("short"));
  }

  @Test
  void aPackHasAPageThatFollowsItsPostsAndGoesWithIt() {
    long first = author.published("first", "One").get("id").asLong();
    Map<String, Object> draft = json("title", "Harbours", "post_ids", List.of(first));
    var pack = author.api().post("/lists/" + author.slug() + "/packs", draft).data();
    String path = "/packs/" + pack.get("uuid").textValue();

    Waiting.until(
        "the pack's page", () -> status(path) == 200 && page("/packs").contains("Harbours"));
    assertTrue(page(path).contains("/p/first"), page(path));
    author.api().put(author.posts() + "/first/unpublish", null);
    Waiting.until("the post to leave the pack", () -> !page(path).contains("/p/first"));
    assertEquals(404, status("/packs/" + new java.util.UUID(0, 7)));
    author.api().delete("/lists/" + author.slug() + "/packs/" + pack.get("id").asLong());
    Waiting.until("the pack to go", () -> status(path) == 404 && status("/packs") == 404);
  }

  @Test
  void aWriterHasAPageAndAStrangerHasNone() {
    long id = author.api().get("/users/me").data().get("id").asLong();

    assertEquals(200, instance.get("/user/" + id).statusCode());
    assertTrue(instance.get("/user/" + id).body().contains("/" + author.slug() + "\""));
    assertEquals(404, instance.get("/user/999999999").statusCode());
    assertEquals(404, instance.get("/user/nobody").statusCode());
  }
}
