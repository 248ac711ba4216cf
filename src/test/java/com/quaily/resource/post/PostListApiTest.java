package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Limits;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order and pages of post lists. */
@ExtendWith(SharedInstance.class)
class PostListApiTest {

  private final Author underTest;

  PostListApiTest(TestInstance instance) {
    this.underTest = Author.of(instance);
  }

  @Test
  void aListIsSplitIntoPages() {
    for (int i = 0; i < 5; i++) {
      underTest.published("post-" + i, "x");
    }

    JsonNode part = underTest.nobody().get(underTest.posts() + "?offset=2&limit=2").data();

    assertEquals(
        "{\"total\":5,\"offset\":2,\"next_offset\":4,\"limit\":2}",
        part.get("pagination").toString());
    assertEquals(2, part.get("items").size());
    assertFalse(part.get("items").get(0).has("list"));
    JsonNode end = underTest.nobody().get(underTest.posts() + "?offset=999999").data();
    assertEquals(0, end.get("items").size());
    assertEquals(5, end.at("/pagination/total").asInt());
    assertEquals(16, end.at("/pagination/limit").asInt());
    JsonNode much = underTest.nobody().get(underTest.posts() + "?limit=2147483647").data();
    assertEquals(100, much.at("/pagination/limit").asInt());
    JsonNode none = underTest.nobody().get(underTest.posts() + "?limit=0").data();
    assertEquals(200, underTest.nobody().get(underTest.posts() + "?limit=0").status());
    assertEquals(1, none.at("/pagination/limit").asInt());
  }

  @Test
  void everyPageOfAListIsTheSameFromBothEnds() {
    for (int i = 0; i < 7; i++) {
      underTest.published("post-" + i, "x");
    }
    underTest.draft("draft", "x");
    for (ApiClient reader : List.of(underTest.nobody(), underTest.api())) {
      List<JsonNode> all = ids(reader, 0, 100);
      assertEquals(reader == underTest.api() ? 8 : 7, all.size());
      for (int offset = 0; offset < 10; offset++) {
        for (int limit = 1; limit < 5; limit++) {
          assertEquals(
              all.stream().skip(offset).limit(limit).toList(),
              ids(reader, offset, limit),
              offset + " " + limit);
        }
      }
    }
  }

  private List<JsonNode> ids(ApiClient reader, int offset, int limit) {
    String query = "?offset=" + offset + "&limit=" + limit;
    JsonNode items = reader.get(underTest.posts() + query).data().get("items");
    return StreamSupport.stream(items.spliterator(), false).map(post -> post.get("id")).toList();
  }

  @ParameterizedTest
  @CsvSource({"offset=-1", "limit=-1", "offset=x", "limit=1.5", "offset=99999999999999"})
  void anInvalidPartIsNamed(String query) {
    Reply reply = underTest.nobody().get(underTest.posts() + "?" + query);

    assertEquals(422, reply.status());
    assertEquals(query.split("=")[0], reply.body().get("field").textValue());
  }

  @Test
  void postsAreListedByIdInTheOrderAskedFor() {
    long a = underTest.published("a", "x").get("id").asLong();
    long b = underTest.published("b", "x").get("id").asLong();

    JsonNode found =
        underTest.nobody().get(underTest.posts() + "?ids=" + b + "," + a + ",99999999,,").data();

    assertTrue(found.isArray());
    assertEquals(2, found.size());
    assertEquals(b, found.get(0).get("id").asLong());
    assertEquals(422, underTest.nobody().get(underTest.posts() + "?ids=1,x").status());
    assertEquals(0, underTest.nobody().get(underTest.posts() + "?ids=").data().size());
  }

  @Test
  void pinnedPostsKeepTheirOrder() {
    long a = underTest.published("a", "x").get("id").asLong();
    long b = underTest.published("b", "x").get("id").asLong();
    String path = "/lists/" + underTest.slug() + "/pinned";

    JsonNode pinned = underTest.api().put(path, "{\"ids\":[" + b + "," + a + "]}").data();

    assertEquals(b, pinned.get(0).asLong());
    // Not all of them: a score comes a moment after its post.
    assertEquals(List.of("b", "a"), underTest.nobody().get(path).data().findValuesAsText("slug"));
    assertEquals(403, underTest.somebodyElse().put(path, "{\"ids\":[]}").status());
    assertEquals(
        "ids", underTest.api().put(path, "{\"ids\":[99999999]}").body().get("field").textValue());
    assertEquals(422, underTest.api().put(path, "{\"ids\":[null]}").status());
    assertEquals(0, underTest.api().put(path, "{\"ids\":[]}").data().size());
  }

  @Test
  void tenPostsOfTheChannelItselfAreTheMostThatCanBePinned() {
    String path = "/lists/" + underTest.slug() + "/pinned";
    long others = Author.of(underTest.instance()).published("theirs", "x").get("id").asLong();
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i <= Limits.PINNED; i++) {
      ids.add(underTest.published("post-" + i, "x").get("id").asLong());
    }

    assertEquals(422, underTest.api().put(path, json("ids", ids)).status());
    assertEquals(
        Limits.PINNED,
        underTest.api().put(path, json("ids", ids.subList(1, ids.size()))).data().size());
    Reply foreign = underTest.api().put(path, json("ids", List.of(ids.get(0), others)));
    assertEquals(422, foreign.status(), foreign.body().toString());
    assertEquals("ids", foreign.body().get("field").textValue());
    assertEquals(Limits.PINNED, underTest.nobody().get(path).data().size());
  }
}
