package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class TagApiTest {

  private static final int PATIENCE_SECONDS = 60;

  private final TestInstance instance;
  private final Author author;
  private final String path;

  TagApiTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
    this.path = "/lists/" + author.slug() + "/tags";
  }

  private void save(String slug, boolean published, String tags) {
    author.save(
        json(
            "slug",
            slug,
            "title",
            "About " + slug,
            "content",
            "text",
            "tags",
            tags,
            "datetime",
            published ? "2026-01-31T09:30:00Z" : null));
  }

  private Reply rename(String tag, String name) {
    return author.api().put(path + "/" + tag, json("name", name));
  }

  private Map<String, Integer> tags() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (JsonNode tag : author.api().get(path).data()) {
      counts.put(tag.get("tag").textValue(), tag.get("count").intValue());
    }
    return counts;
  }

  private String tagsOf(String slug) {
    return author.api().get(author.posts() + "/" + slug).data().get("tags").textValue();
  }

  private HttpResponse<String> page(String tag) {
    return instance.get("/" + author.slug() + "/tags/" + tag);
  }

  private void awaitPage(String tag, int status) throws InterruptedException {
    Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (page(tag).statusCode() != status && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    assertEquals(status, page(tag).statusCode());
  }

  @Test
  void draftsAreCountedAndDeletedPostsAreNot() {
    save("one", true, "tea,milk");
    save("two", false, "tea");
    save("three", false, "tea,coffee");
    author.api().delete(author.posts() + "/three");
    assertEquals(Map.of("tea", 2, "milk", 1), tags());
  }

  @Test
  void aRenamedTagKeepsItsPlaceInThePosts() {
    save("one", true, "a,tea,z");
    save("two", false, "tea");
    JsonNode renamed = rename("tea", "Green Tea").data();
    assertEquals("green-tea", renamed.get("tag").textValue());
    assertEquals(2, renamed.get("count").intValue());
    assertEquals("a,green-tea,z", tagsOf("one"));
    assertEquals("green-tea", tagsOf("two"));
  }

  @Test
  void aTagMergesWithTheOneThatHasTheName() {
    save("one", true, "tea,cha");
    save("two", true, "cha");
    save("three", true, "tea");
    assertEquals(3, rename("cha", "tea").data().get("count").intValue());
    assertEquals(Map.of("tea", 3), tags());
    assertEquals("tea", tagsOf("one"));
  }

  @Test
  void thePagesFollowAndTheOldOneRedirects() throws InterruptedException {
    save("one", true, "tea");
    awaitPage("tea", 200);
    rename("tea", "cha");
    awaitPage("cha", 200);
    awaitPage("tea", 301);
    String location = page("tea").headers().firstValue("Location").orElseThrow();
    assertTrue(location.endsWith("/" + author.slug() + "/tags/cha"), location);
    rename("cha", "茶");
    awaitPage("%E8%8C%B6", 200);
    awaitPage("cha", 301);
    awaitPage("tea", 301);
    Instant end = Instant.now().plusSeconds(PATIENCE_SECONDS);
    while (!instance.get(author.page("one")).body().contains("/tags/%E8%8C%B6")
        && Instant.now().isBefore(end)) {
      Thread.sleep(100);
    }
    String article = instance.get(author.page("one")).body();
    assertTrue(article.contains("/tags/%E8%8C%B6"), article);
    assertEquals(
        "/" + author.slug() + "/tags/%E8%8C%B6",
        page("tea").headers().firstValue("Location").orElseThrow());
    save("two", true, "tea");
    awaitPage("tea", 200);
  }

  @Test
  void aTagCanBeRenamedBack() throws InterruptedException {
    save("one", true, "tea");
    awaitPage("tea", 200);
    rename("tea", "cha");
    awaitPage("cha", 200);
    rename("cha", "tea");
    awaitPage("tea", 200);
    awaitPage("cha", 301);
  }

  @Test
  void wrongNamesAreRejected() {
    save("one", true, "tea");
    assertEquals(422, rename("tea", " ").status());
    assertEquals(422, rename("tea", "x".repeat(65)).status());
    assertEquals(ErrorCode.TAG_NOT_FOUND.number(), rename("nothing", "x").code());
    assertEquals(1, rename("tea", "tea").data().get("count").intValue());
    assertEquals(Map.of("tea", 1), tags());
  }

  @Test
  void onlyWritersSeeAndRenameTags() {
    save("one", true, "tea");
    assertEquals(401, author.nobody().get(path).status());
    assertEquals(403, author.somebodyElse().get(path).status());
    assertEquals(401, author.nobody().put(path + "/tea", json("name", "x")).status());
    assertEquals(403, author.somebodyElse().put(path + "/tea", json("name", "x")).status());
    assertEquals(Map.of("tea", 1), tags());
  }
}
