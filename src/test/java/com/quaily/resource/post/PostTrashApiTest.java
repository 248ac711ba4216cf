package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.resource.StoredData;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class PostTrashApiTest {

  private final TestInstance instance;
  private final Author author;

  PostTrashApiTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
  }

  private Reply delete(String post) {
    return author.api().delete(author.posts() + "/" + post);
  }

  private Reply restore(String post) {
    return author.api().post(author.posts() + "/" + post + "/restore", null);
  }

  private JsonNode list(String query) {
    return author.api().get(author.posts() + query).data();
  }

  private List<String> slugs(String query) {
    return list(query).get("items").findValuesAsText("slug");
  }

  @Test
  void aDeletedPostIsGoneFromAllReads() {
    long id = author.published("gone", "unmistakable words").get("id").asLong();
    author.api().post("/comments", json("post_id", id, "content", "Hello"));
    JsonNode token = author.api().post(author.posts() + "/gone/preview", null).data();
    assertEquals(200, delete("gone").status());

    assertEquals(404, author.api().get(author.posts() + "/gone").status());
    assertEquals(404, author.api().get(author.posts() + "/" + id).status());
    assertEquals(404, author.api().get(author.posts() + "/gone/content").status());
    assertEquals(404, author.api().get(author.posts() + "/gone/revisions").status());
    assertEquals(404, author.api().put(author.posts() + "/gone/publish", null).status());
    assertEquals(404, delete("gone").status());
    assertEquals(404, instance.get(author.page("gone")).statusCode());
    assertEquals(
        404,
        instance
            .get(
                "/api"
                    + author.posts()
                    + "/gone/preview?access_token="
                    + token.get("token").textValue())
            .statusCode());
    assertEquals(List.of(), slugs(""));
    assertEquals(0, list("").at("/pagination/total").asInt());
    assertEquals(0, list("?q=unmistakable").at("/pagination/total").asInt());
    assertEquals(200, author.api().get("/lists/" + author.slug() + "/comments").status());
  }

  @Test
  void writersSeeTheTrashWithTheFormerSlugs() {
    author.draft("one", "text");
    author.draft("two", "text");
    delete("one");
    delete("two");
    assertEquals(List.of("two", "one"), slugs("?type=trash"));
    assertEquals(2, list("?type=trash").at("/pagination/total").asInt());
    assertFalse(list("?type=trash").at("/items/0/trashed_at").isNull());
    assertEquals(403, author.somebodyElse().get(author.posts() + "?type=trash").status());
    assertEquals(401, author.nobody().get(author.posts() + "?type=trash").status());
  }

  @Test
  void aRestoredPostIsADraftWithItsTextAndRevisions() {
    long id = author.published("back", "first text").get("id").asLong();
    author.save(json("slug", "back", "title", "Back", "content", "second text"));
    delete("back");
    JsonNode restored = restore(String.valueOf(id)).data();
    assertEquals("back", restored.get("slug").textValue());
    assertEquals("second text", restored.get("content").textValue());
    assertTrue(restored.get("published_at").isNull());
    assertTrue(restored.get("trashed_at").isNull());
    assertEquals(List.of(), slugs("?type=trash"));
    JsonNode revisions = author.api().get(author.posts() + "/back/revisions").data().get("items");
    assertEquals(2, revisions.size());
    assertEquals(200, author.api().put(author.posts() + "/back/publish", null).status());
    assertEquals(200, instance.get(author.page("back")).statusCode());
  }

  @Test
  void aSlugIsFreeWhileItsPostIsInTheTrash() {
    author.draft("same", "old");
    delete("same");
    author.draft("same", "new");
    JsonNode restored = restore("same").data();
    assertEquals("same-2", restored.get("slug").textValue());
    assertEquals("old", restored.get("content").textValue());
    assertEquals(
        "new", author.api().get(author.posts() + "/same").data().get("content").textValue());
  }

  @Test
  void deletingForeverLeavesNothing() {
    long id = author.draft("never", "text").get("id").asLong();
    delete("never");
    assertEquals(200, delete("never?forever=true").status());
    assertEquals(404, restore(String.valueOf(id)).status());
    author.published("atonce", "text");
    assertEquals(200, delete("atonce?forever=true").status());
    assertEquals(404, instance.get(author.page("atonce")).statusCode());
    assertEquals(List.of(), slugs("?type=trash"));
    assertEquals(404, delete("nothing?forever=true").status());
  }

  @Test
  void thePostThatHasTheSlugIsDeletedBeforeTheOneThatHadIt() {
    author.draft("twin", "old");
    delete("twin");
    author.draft("twin", "new");
    delete("twin?forever=true");
    assertEquals("old", restore("twin").data().get("content").textValue());
  }

  @Test
  void onlyWritersRestoreAndDelete() {
    author.draft("mine", "text");
    assertEquals(403, author.somebodyElse().delete(author.posts() + "/mine").status());
    delete("mine");
    String restore = author.posts() + "/mine/restore";
    assertEquals(401, author.nobody().post(restore, null).status());
    assertEquals(403, author.somebodyElse().post(restore, null).status());
    assertEquals(403, author.somebodyElse().delete(author.posts() + "/mine?forever=true").status());
    Author other = Author.of(instance);
    long id = list("?type=trash").at("/items/0/id").asLong();
    assertEquals(404, other.api().post(other.posts() + "/" + id + "/restore", null).status());
    assertEquals(200, restore("mine").status());
  }

  @Test
  void afterThirtyDaysAPostIsGone() {
    author.draft("old", "text");
    author.draft("young", "text");
    delete("old");
    delete("young");
    StoredData data = new StoredData(instance);
    data.execute(
        "update post set trashed_at = trashed_at - interval '31 days' where trashed_slug = ?"
            + " and channel_id = (select id from channel where slug = ?)",
        "old",
        author.slug());
    instance.instance().modules().orElseThrow().post().trash().purge();
    assertEquals(List.of("young"), slugs("?type=trash"));
  }

  @Test
  void writersSearchTitlesAndTexts() {
    author.save(json("slug", "a", "title", "About HERONS", "content", "text"));
    author.save(json("slug", "b", "title", "b", "content", "a heron stood there"));
    author.save(json("slug", "c", "title", "c", "content", "100% _true_ \\o/"));
    author.published("d", "the heron is out");
    assertEquals(3, list("?q=heron").at("/pagination/total").asInt());
    assertEquals(List.of("b", "a"), slugs("?q=heron&type=draft"));
    assertEquals(List.of("d"), slugs("?q=heron&public=1"));
    assertEquals(List.of("c"), slugs("?q=0%25"));
    assertEquals(List.of(), slugs("?q=%25ext"));
    assertEquals(List.of("c"), slugs("?q=_true"));
    assertEquals(List.of("c"), slugs("?q=%5Co"));
    assertEquals(1, list("?q=heron&limit=1&offset=1").get("items").size());
    assertEquals(3, list("?q=heron&limit=1&offset=1").at("/pagination/total").asInt());
    assertEquals(401, author.nobody().get(author.posts() + "?q=heron").status());
    assertEquals(422, author.api().get(author.posts() + "?q=" + "x".repeat(201)).status());
  }
}
