package com.quaily.resource.tweet;

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
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class TweetApiTest {

  private static final int HEART = 0x2764;

  private final Author author;
  private final ApiClient reader;
  private final String list;

  TweetApiTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.reader = author.somebodyElse();
    this.list = "?list=" + author.slug();
    enable(true);
  }

  private void enable(boolean enabled) {
    author
        .api()
        .put(
            "/lists/" + author.slug() + "/options",
            json("options", json("tweets_enabled", enabled)));
  }

  private JsonNode tweet(Map<String, Object> body) {
    Reply reply = author.api().post("/tweets" + list, body);
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }

  private String path(String text) {
    return "/tweets/" + tweet(json("text", text)).get("id").asLong();
  }

  @Test
  void aTweetIsRenderedAndItsTagsAreFound() {
    JsonNode tweet = tweet(json("text", "Fog over the *harbour* #sea #海 a#b"));

    assertTrue(tweet.get("html").textValue().contains("<em>harbour</em>"));
    assertEquals("[\"sea\",\"海\"]", tweet.get("tags").toString());
    assertFalse(tweet.get("is_premium").booleanValue());
    assertFalse(tweet.get("masked").booleanValue());
    assertEquals(tweet, author.nobody().get("/tweets/" + tweet.get("id").asLong()).data());
    assertEquals(tweet, author.nobody().get("/tweets" + list).data().at("/items/0"));
  }

  @Test
  void tagsBesideTheTextAreKeptAndReplaced() {
    JsonNode tweet = tweet(json("text", "Fog #sea", "tags", List.of("#weather")));
    String path = "/tweets/" + tweet.get("id").asLong();

    assertEquals("[\"weather\",\"sea\"]", tweet.get("tags").toString());
    assertEquals(
        "[\"weather\",\"rain\"]",
        author.api().put(path, json("text", "Rain #rain")).data().get("tags").toString());
    assertEquals(
        "[\"calm\",\"rain\"]",
        author.api().put(path, json("tags", List.of("calm"))).data().get("tags").toString());
    assertEquals(
        "[\"rain\"]",
        author.api().put(path, json("tags", List.of())).data().get("tags").toString());
  }

  @Test
  void aPremiumTweetIsMaskedForThoseWithoutAPlan() {
    String path = path("Secret");
    author.api().post(path + "/replies", json("text", "hidden"));
    assertTrue(
        author
            .api()
            .put(path + "/premium", json("premium", true))
            .data()
            .get("is_premium")
            .booleanValue());

    for (ApiClient caller : List.of(author.nobody(), reader)) {
      JsonNode masked = caller.get(path).data();
      assertTrue(masked.get("masked").booleanValue());
      assertFalse(masked.toString().contains("Secret"));
      assertFalse(masked.toString().contains("hidden"));
      assertEquals(masked, caller.get("/tweets" + list).data().at("/items/0"));
      assertEquals(ErrorCode.PAID_CONTENT.number(), caller.get(path + "/replies").code());
      assertEquals(0, caller.get("/tweets" + list + "&public=1").data().get("items").size());
    }
    assertEquals(
        ErrorCode.PAID_CONTENT.number(),
        reader.post(path + "/replies", json("text", "let me")).code());
    assertEquals(
        ErrorCode.PAID_CONTENT.number(),
        reader.post(path + "/reactions", json("code", HEART)).code());
    assertEquals("Secret", author.api().get(path).data().get("text").textValue());

    String subscriptions = "/subscriptions/" + author.slug();
    long user = reader.post(subscriptions + "/no-challenge", null).data().get("user_id").asLong();
    assertTrue(reader.get(path).data().get("masked").booleanValue());
    author.api().put(subscriptions + "/members/" + user, json("type", "silver"));
    assertEquals("Secret", reader.get(path).data().get("text").textValue());

    author.api().delete(path + "/premium");
    assertEquals("Secret", author.nobody().get(path).data().get("text").textValue());
  }

  @Test
  void repeatingAReactionRemovesIt() {
    String path = path("Hello");

    JsonNode first = reader.post(path + "/reactions", json("code", HEART, "emoji", "❤")).data();
    assertEquals("[" + HEART + "]", values(first));
    JsonNode other = reader.post(path + "/reactions", json("emoji", "👍")).data();
    assertEquals("[" + 0x1F44D + "]", values(other));
    JsonNode none = reader.post(path + "/reactions", json("emoji", "👍")).data();
    assertEquals("[]", values(none));
    assertEquals(422, reader.post(path + "/reactions", json("code", 65)).status());
    assertEquals(401, author.nobody().post(path + "/reactions", json("code", HEART)).status());
  }

  private static String values(JsonNode tweet) {
    StringBuilder values = new StringBuilder();
    tweet.get("reactions").forEach(values::append);
    return "[" + values + "]";
  }

  @Test
  void noReactionIsLostWhenManyReactAtOnce() {
    String path = path("Hello");
    List<ApiClient> readers = IntStream.range(0, 16).mapToObj(n -> author.somebodyElse()).toList();

    readers.parallelStream().forEach(one -> one.post(path + "/reactions", json("code", HEART)));

    assertEquals(16, author.nobody().get(path).data().get("reactions").size());
  }

  @Test
  void repliesAreListedDeletedAndShownWithTheirTweet() {
    String path = path("Hello");
    JsonNode first = reader.post(path + "/replies", json("text", "*One*")).data();
    assertTrue(first.get("html").textValue().contains("<em>One</em>"));
    assertEquals("Hello", first.at("/tweet/text").textValue());
    JsonNode second =
        author
            .api()
            .post(path + "/replies", json("reply_id", first.get("id").asLong(), "text", "Two"))
            .data();
    assertEquals("*One*", second.at("/replied/text").textValue());

    JsonNode replies = author.nobody().get(path + "/replies").data();
    assertEquals(2, replies.at("/pagination/total").asInt());
    assertEquals("Two", replies.at("/items/0/text").textValue());
    assertEquals("Two", author.nobody().get(path).data().at("/latest_replies/0/text").textValue());
    String reply = path + "/replies/" + first.get("id").asLong();
    assertEquals(403, author.somebodyElse().delete(reply).status());
    assertEquals(200, reader.delete(reply).status());
    assertEquals(ErrorCode.REPLY_NOT_FOUND.number(), author.api().delete(reply).code());
    assertEquals(422, reader.post(path + "/replies", json("reply_id", 1, "text", "x")).status());
  }

  @Test
  void tweetsArePinnedChangedAndDeletedByWritersOnly() {
    String path = path("Hello");
    for (Reply refused :
        List.of(
            reader.put(path, json("text", "x")),
            reader.put(path + "/pin", null),
            reader.delete(path + "/unpin"),
            reader.put(path + "/premium", null),
            reader.delete(path + "/premium"),
            reader.delete(path),
            reader.post("/tweets" + list, json("text", "x")))) {
      assertEquals(403, refused.status(), refused.body().toString());
    }
    assertEquals(1, author.api().put(path + "/pin", null).data().get("pinned").intValue());
    assertEquals(1, author.nobody().get("/tweets/pinned" + list).data().size());
    JsonNode changed = author.api().put(path, json("text", "Bye #now")).data();
    assertEquals("[\"now\"]", changed.get("tags").toString());
    assertEquals(1, changed.get("pinned").intValue());
    author.api().delete(path + "/unpin");
    assertEquals(0, author.nobody().get("/tweets/pinned" + list).data().size());
    assertEquals(200, author.api().delete(path).status());
    assertEquals(ErrorCode.TWEET_NOT_FOUND.number(), author.nobody().get(path).code());
  }

  @Test
  void aChannelWithoutTweetsShowsNoneAndRejectsThem() {
    path("Hello");
    enable(false);

    assertEquals(
        ErrorCode.TWEETS_CLOSED.number(),
        author.api().post("/tweets" + list, json("text", "x")).code());
    assertEquals(0, author.nobody().get("/tweets" + list).data().get("items").size());
  }

  @Test
  void invalidTweetsAreRejected() {
    assertEquals(422, author.api().post("/tweets" + list, json("text", " ")).status());
    assertEquals(
        422, author.api().post("/tweets" + list, json("text", "a".repeat(5_001))).status());
    assertEquals(422, author.api().post("/tweets", json("text", "x")).status());
    assertEquals(422, author.nobody().get("/tweets").status());
    for (String id : List.of("0", "-1", "x", "99999999999999999999")) {
      assertEquals(404, author.nobody().get("/tweets/" + id).status());
    }
  }
}
