package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The needs of strict clients: status 200 for success and fixed types, that is integers for ids,
 * RFC 3339 for times, and the same type for a field in every response.
 */
@ExtendWith(SharedInstance.class)
class StrictClientTest {

  private static final Pattern MOMENT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.]\\d{1,9})?(?:Z|[+-]\\d\\d:\\d\\d)");

  private final Author author;
  private final List<String> faults = new ArrayList<>();

  StrictClientTest(TestInstance instance) {
    this.author = Author.of(instance);
  }

  @Test
  void everySuccessIs200AndDecodesStrictly() {
    String list = "/lists/" + author.slug();
    author.published("hello", "# One\n\nText\n\n<!--paywall-->\n\nPaid");
    ApiClient api = author.api();
    List<Reply> answers =
        List.of(
            api.get("/c"),
            api.get("/users/me"),
            api.get("/users/me/lists".replace("me", id(api.get("/users/me")))),
            api.post("/lists", json("slug", ApiClient.newSlug(), "title", "t")),
            api.get(list),
            api.get(list + "/metrics"),
            api.put(list, json("title", "x")),
            api.put(list + "/options", json("options", json())),
            api.put(list + "/bulletin", json("bulletin", "x")),
            api.put(list + "/email_settings", json("email_channel_enabled", true)),
            api.put(list + "/domain", json("domain", ApiClient.newSlug() + ".example.net")),
            api.get(list + "/channel"),
            api.put(list + "/channel", json("slack_channel_id", "C1")),
            api.post(list + "/channel/line/keys", null),
            api.get(list + "/posts"),
            api.get(list + "/posts/hello"),
            api.post(list + "/posts", json("title", "draft")),
            api.put(list + "/posts/hello/update", json("title", "y")),
            api.put(list + "/posts/hello/unpublish", "null"),
            api.put(list + "/posts/hello/publish", "null"),
            api.get(list + "/posts/hello/content"),
            api.get(list + "/posts/hello/revisions"),
            api.post(list + "/posts/hello/preview", null),
            api.put(list + "/pinned", json("ids", List.of())),
            api.get(list + "/pinned"),
            api.post("/apikeys", json("name", "n")),
            api.get("/apikeys"),
            api.get("/auth/sessions"),
            api.delete(list),
            api.get(list + "/deletion"),
            api.delete(list + "/deletion"),
            api.post(list + "/export.zip", null),
            api.post("/subscriptions/" + author.slug(), json("email", ApiClient.newEmail())),
            api.delete(list + "/posts/hello"),
            api.post("/auth/logout", null));

    for (Reply answer : answers) {
      String call = answer.response().request().uri().getPath();
      assertEquals(200, answer.status(), call + answer.body());
      assertTrue(answer.body().has("data") && answer.body().get("ts").isIntegralNumber(), call);
      check(call, "", answer.data());
    }
    assertEquals(List.of(), faults);
  }

  private static String id(Reply reply) {
    return reply.data().get("id").asText();
  }

  /** Headings have texts for ids, and limits bear the names of what they bound. */
  private static final Set<String> OF_THEIR_OWN_KIND = Set.of("outline", "limits");

  private void check(String call, String name, JsonNode value) {
    if (OF_THEIR_OWN_KIND.contains(name)) {
      return;
    }
    if (value.isObject()) {
      value.fields().forEachRemaining(field -> check(call, field.getKey(), field.getValue()));
    } else if (value.isArray()) {
      value.forEach(item -> check(call, name, item));
    } else if (!value.isNull() && !isDecodable(name, value)) {
      faults.add(call + " " + name + ": " + value);
    }
  }

  private static boolean isDecodable(String name, JsonNode value) {
    if (name.endsWith("_at")) {
      return value.isTextual() && MOMENT.matcher(value.textValue()).matches();
    }
    if (name.equals("id") || name.matches("(?:user|list|post)_id")) {
      return value.isIntegralNumber() && value.asLong() >= 0;
    }
    if (name.endsWith("_enabled") || name.startsWith("is_") || name.startsWith("has_")) {
      return value.isBoolean();
    }
    if (name.endsWith("_url") || name.equals("slug") || name.equals("title")) {
      return value.isTextual();
    }
    return true;
  }
}
