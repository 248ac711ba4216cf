package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Saving, copying and deleting posts. */
@ExtendWith(SharedInstance.class)
class PostApiTest {

  private final TestInstance instance;
  private final Author underTest;

  PostApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = Author.of(instance);
  }

  @Test
  void aPostShowsItsPositionAndContent() {
    JsonNode post = underTest.published("hello", "# One\n\ntext\n\n## Two\n\ntext");

    assertEquals(underTest.slug(), post.at("/list/slug").textValue());
    assertEquals("One", post.at("/outline/0/text").textValue());
    assertEquals(2, post.at("/outline/1/level").asInt());
    assertTrue(post.at("/outline/1/id").isTextual());
    assertEquals(post.get("user_id"), post.at("/user/id"));
    assertEquals(post.get("list_id"), post.at("/list/id"));
  }

  @Test
  void aRefusedSaveLeavesNothingBehind() {
    JsonNode before = underTest.published("hello", "Text");

    for (String bad : new String[] {"\"tags\":[1]", "\"lang\":\"!\"", "\"post_options\":5"}) {
      String body = "{\"slug\":\"%s\",\"title\":\"new\",\"content\":\"new\"," + bad + "}";
      assertEquals(422, underTest.api().post(underTest.posts(), body.formatted("hello")).status());
      assertEquals(422, underTest.api().post(underTest.posts(), body.formatted("new")).status());
    }

    JsonNode after = underTest.api().get(underTest.posts() + "/hello").data();
    assertEquals(Author.withoutScores(before), Author.withoutScores(after));
    assertEquals(1, underTest.api().get(underTest.posts()).data().at("/pagination/total").asInt());
  }

  @Test
  void optionsAreMerged() {
    underTest.draft("hello", "x");
    String path = underTest.posts() + "/hello/options";

    underTest.api().put(path, json("options", json("a", 1)));
    JsonNode post = underTest.api().put(path, json("options", json("b", "二"))).data();

    assertEquals("{\"a\":1,\"b\":\"二\"}", post.get("post_options").toString());
  }

  @Test
  void tagsComeAsTextOrAsAnArray() {
    JsonNode text = underTest.save(json("slug", "a", "title", "t", "tags", "旅, Tea、tea,,x/y"));
    assertEquals("旅,tea,x-y", text.get("tags").textValue());
    JsonNode array =
        underTest.save(json("slug", "a", "title", "t", "tags", new String[] {"b", "c d"}));
    assertEquals("b,c-d", array.get("tags").textValue());
    Reply wrong =
        underTest.api().post(underTest.posts(), json("title", "t", "tags", new int[] {1}));
    assertEquals("tags", wrong.body().get("field").textValue());
  }

  @Test
  void aCopyIsADraftWithTheSameContent() {
    JsonNode original = underTest.published("hello", "Free\n\n<!--paywall-->\n\nPaid");

    JsonNode copy = underTest.api().post(underTest.posts() + "/hello/duplicate", "null").data();
    JsonNode next = underTest.api().post(underTest.posts() + "/hello/duplicate", null).data();

    assertNotEquals(original.get("id"), copy.get("id"));
    assertNotEquals(copy.get("slug"), next.get("slug"));
    assertEquals(original.get("title"), copy.get("title"));
    assertEquals(
        original.get("paid_content").textValue().strip(),
        copy.get("paid_content").textValue().strip());
    assertTrue(copy.get("published_at").isNull());
  }

  @Test
  void aDeletedPostIsRemovedEverywhere() {
    underTest.published("hello", "x");

    Reply reply = underTest.api().call("DELETE", underTest.posts() + "/hello", "null");

    assertEquals(200, reply.status());
    assertEquals(404, underTest.api().get(underTest.posts() + "/hello").status());
    assertEquals(404, instance.get(underTest.page("hello")).statusCode());
    assertEquals(404, underTest.api().delete(underTest.posts() + "/hello").status());
    assertEquals(
        0,
        underTest
            .nobody()
            .get("/lists/" + underTest.slug() + "/metrics")
            .data()
            .get("total_posts")
            .asInt(-1));
  }

  @Test
  void aDeletedDraftIsNotFound() {
    underTest.draft("hello", "x");

    assertEquals(200, underTest.api().call("DELETE", underTest.posts() + "/hello", "{}").status());

    assertEquals(404, underTest.api().get(underTest.posts() + "/hello").status());
  }
}
