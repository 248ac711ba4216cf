package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class PackApiTest {

  private final Author author;
  private final String packs;

  PackApiTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.packs = "/lists/" + author.slug() + "/packs";
  }

  private JsonNode create(List<Long> posts) {
    Reply reply =
        author.api().post(packs, json("title", "Harbours", "description", "d", "post_ids", posts));
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }

  private long post(String slug) {
    return author.published(slug, "Text of " + slug).get("id").asLong();
  }

  @Test
  void aPackShowsItsPostsInItsOrderByIdAndByUuid() {
    long first = post("first");
    long second = post("second");

    JsonNode pack = create(List.of(second, first));

    assertEquals(2, pack.get("post_count").asInt());
    assertEquals("second", pack.at("/posts/0/slug").textValue());
    for (String key : List.of(pack.get("id").asText(), pack.get("uuid").asText())) {
      assertEquals(
          Author.withoutScores(pack),
          Author.withoutScores(author.nobody().get(packs + "/" + key).data()));
      assertEquals(
          "first",
          author.nobody().get(packs + "/" + key + "/posts").data().at("/posts/1/slug").asText());
    }
    JsonNode listed = author.nobody().get(packs).data();
    assertEquals(1, listed.size());
    assertFalse(listed.get(0).has("posts"));
  }

  @Test
  void draftsAndDeletedPostsAreOmitted() {
    long draft = author.draft("draft", "x").get("id").asLong();
    long gone = post("gone");
    long shown = post("shown");
    String pack = packs + "/" + create(List.of(draft, gone, shown)).get("id").asLong();

    author.api().delete(author.posts() + "/gone");

    JsonNode data = author.nobody().get(pack).data();
    assertEquals("[" + shown + "]", data.get("post_ids").toString());
    assertEquals(1, data.get("post_count").asInt());
  }

  @Test
  void aPackIsChangedAndDeleted() {
    long first = post("first");
    String pack = packs + "/" + create(List.of(first)).get("id").asLong();

    JsonNode renamed = author.api().put(pack, json("title", "Ports")).data();

    assertEquals("Ports", renamed.get("title").textValue());
    assertEquals("d", renamed.get("description").textValue());
    assertEquals(1, renamed.get("post_count").asInt());
    assertEquals(
        0, author.api().put(pack, json("post_ids", List.of())).data().get("post_count").asInt());
    assertEquals(200, author.api().delete(pack).status());
    assertEquals(ErrorCode.PACK_NOT_FOUND.number(), author.nobody().get(pack).code());
  }

  @Test
  void onlyWritersCreateAndChangePacks() {
    String pack = packs + "/" + create(List.of()).get("id").asLong();

    for (Reply reply :
        List.of(
            author.somebodyElse().post(packs, json("title", "x")),
            author.somebodyElse().put(pack, json("title", "x")),
            author.somebodyElse().delete(pack))) {
      assertEquals(403, reply.status());
    }
    assertEquals(401, author.nobody().post(packs, json("title", "x")).status());
  }

  @Test
  void postsOfOthersAndPacksOfOthersAreRefused() {
    Author other = Author.of(author.instance());
    long foreign = other.published("foreign", "x").get("id").asLong();

    Reply refused = author.api().post(packs, json("title", "x", "post_ids", List.of(foreign)));

    assertEquals("post_ids", refused.body().get("field").textValue());
    assertEquals(422, author.api().post(packs, json("title", " ")).status());
    String id = create(List.of()).get("id").asText();
    assertEquals(404, author.nobody().get("/lists/" + other.slug() + "/packs/" + id).status());
    assertEquals(404, author.nobody().get(packs + "/x").status());
  }
}
