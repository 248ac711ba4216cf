package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class ReactionApiTest {

  private final Author author;
  private final ApiClient reader;
  private final String userId;
  private final String path;

  ReactionApiTest(TestInstance instance) {
    author = Author.of(instance);
    reader = author.somebodyElse();
    userId = reader.get("/users/me").data().get("id").asText();
    path = "/posts/reactions?id=" + author.published("hello", "Hello.").get("id");
  }

  private JsonNode react(Map<String, Object> body) {
    return reader.post(path, body).data().get("reactions");
  }

  @Test
  void aReactionIsAddedChangedAndRemoved() {
    assertEquals(0x1F44D, react(json("emoji", "👍")).get(userId).asInt());
    assertEquals(0x1F389, react(json("emoji", "🎉", "code", 0x1F389)).get(userId).asInt());
    assertTrue(react(json("code", 0x1F389)).isEmpty());
  }

  @Test
  void everyoneSeesTheReactions() {
    react(json("emoji", "❤️"));

    JsonNode items = author.nobody().get(author.posts()).data().get("items");
    assertEquals(0x2764, items.at("/0/reactions/" + userId).asInt());
  }

  @Test
  void onlyEmojiAreTaken() {
    for (Map<String, Object> body :
        List.of(
            json("emoji", "a"),
            json("emoji", "1"),
            json("emoji", ""),
            json("code", -1),
            json("code", 0x110000),
            json("emoji", "漢"))) {
      assertEquals(422, reader.post(path, body).status(), body::toString);
    }
  }

  @Test
  void reactingRequiresALoginAndAPublishedPost() {
    JsonNode draft = author.draft("draft", "Not yet.");

    assertEquals(401, author.nobody().post(path, json("emoji", "👍")).status());
    assertEquals(
        404, reader.post("/posts/reactions?id=" + draft.get("id"), json("emoji", "👍")).status());
  }
}
