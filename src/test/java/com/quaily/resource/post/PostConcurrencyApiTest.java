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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class PostConcurrencyApiTest {

  private final Author underTest;

  PostConcurrencyApiTest(TestInstance instance) {
    this.underTest = Author.of(instance);
  }

  private String update() {
    return underTest.posts() + "/hello/update";
  }

  @Test
  void aSaveBasedOnTheNewestVersionIsAccepted() {
    JsonNode saved = underTest.draft("hello", "one");

    Reply reply =
        underTest
            .api()
            .put(update(), json("content", "two", "updated_at", saved.get("updated_at")));

    assertEquals(200, reply.status());
    assertEquals("two", reply.data().get("content").textValue());
    assertEquals(saved.get("title"), reply.data().get("title"));
  }

  @Test
  void aSaveBasedOnAnOlderVersionIsRejectedWithTheNewerOne() {
    JsonNode old = underTest.draft("hello", "one");
    underTest.api().put(update(), json("content", "theirs"));

    Reply reply =
        underTest.api().put(update(), json("content", "mine", "updated_at", old.get("updated_at")));

    assertEquals(409, reply.status());
    assertEquals(ErrorCode.POST_CHANGED.number(), reply.code());
    assertEquals("theirs", reply.data().get("content").textValue());
    assertEquals(underTest.api().get(underTest.posts() + "/hello").data(), reply.data());
  }

  @Test
  void aSaveWithoutAVersionIsAccepted() {
    underTest.draft("hello", "one");

    assertEquals(200, underTest.api().put(update(), json("content", "two")).status());
  }

  @Test
  void theHeaderSpeaksForTheWholeSecond() {
    JsonNode saved = underTest.draft("hello", "one");
    Instant moment = Instant.parse(saved.get("updated_at").textValue());

    assertEquals(200, withHeader(moment).status());
    Reply stale = withHeader(moment.minusSeconds(10));
    assertEquals(409, stale.status());
    Reply nonsense =
        underTest.api().with("If-Unmodified-Since", "yesterday").put(update(), json("title", "t"));
    assertEquals(422, nonsense.status());
    assertEquals("If-Unmodified-Since", nonsense.body().get("field").textValue());
  }

  private Reply withHeader(Instant moment) {
    return underTest
        .api()
        .with("If-Unmodified-Since", httpDate(moment))
        .put(update(), json("title", "t"));
  }

  private static String httpDate(Instant moment) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC));
  }

  @Test
  void aStaleSaveOfASlugIsRefusedAsWell() {
    JsonNode old = underTest.draft("hello", "one");
    underTest.api().put(update(), json("content", "theirs"));
    JsonNode base = old.get("updated_at");

    Reply stale =
        underTest
            .api()
            .post(underTest.posts(), json("slug", "hello", "content", "mine", "updated_at", base));

    assertEquals(409, stale.status());
    assertEquals(ErrorCode.POST_CHANGED.number(), stale.code());
    assertEquals("theirs", stale.data().get("content").textValue());
    String early = httpDate(Instant.parse(base.textValue()).minusSeconds(10));
    Reply staleByHeader =
        underTest
            .api()
            .with("If-Unmodified-Since", early)
            .post(underTest.posts(), json("slug", "hello", "content", "mine"));
    assertEquals(409, staleByHeader.status());
    JsonNode newest = stale.data().get("updated_at");
    Reply current =
        underTest
            .api()
            .post(underTest.posts(), json("slug", "hello", "content", "m", "updated_at", newest));
    assertEquals(200, current.status());
    Reply unknown =
        underTest.api().post(underTest.posts(), json("slug", "new", "updated_at", base));
    assertEquals(200, unknown.status(), "there is nothing that it could overwrite");
  }

  @Test
  void ofTwoWritersOnTheSameStateOneSucceeds() throws Exception {
    JsonNode saved = underTest.draft("hello", "one");

    List<Reply> replies =
        atOnce(
            i ->
                underTest
                    .api()
                    .put(
                        update(),
                        json("content", "writer " + i, "updated_at", saved.get("updated_at"))));

    assertEquals(1, replies.stream().filter(reply -> reply.status() == 200).count());
    assertTrue(replies.stream().allMatch(r -> r.status() == 200 || r.status() == 409));
  }

  @Test
  void concurrentSavesOfASlugCreateOnePost() throws Exception {
    List<Reply> replies =
        atOnce(
            i ->
                underTest
                    .api()
                    .post(
                        underTest.posts(),
                        json("slug", "race", "title", "t" + i, "datetime", "2026-01-01")));

    assertTrue(replies.stream().allMatch(reply -> reply.status() == 200), replies::toString);
    assertEquals(
        1, replies.stream().map(reply -> reply.data().get("id").asLong()).distinct().count());
    String metrics = "/lists/" + underTest.slug() + "/metrics";
    assertEquals(1, underTest.nobody().get(metrics).data().get("total_posts").asInt());
  }

  @Test
  void anotherPostsSlugIsAConflict() {
    underTest.draft("hello", "x");
    underTest.draft("other", "x");

    Reply reply = underTest.api().put(update(), json("slug", "other"));

    assertEquals(409, reply.status());
    assertEquals(ErrorCode.SLUG_TAKEN.number(), reply.code());
  }

  @Test
  void aPublishedPostThatMovesLeavesARedirect() {
    underTest.published("hello", "x");

    assertEquals(200, underTest.api().put(update(), json("slug", "moved")).status());

    String channel = "/" + underTest.slug();
    com.quaily.testing.Waiting.until(
        "redirect", () -> underTest.instance().get(channel + "/p/hello").statusCode() == 301);
    assertTrue(
        underTest
            .instance()
            .get(channel + "/p/hello")
            .headers()
            .firstValue("Location")
            .orElseThrow()
            .endsWith(channel + "/p/moved"));
    assertEquals(200, underTest.instance().get(channel + "/p/moved").statusCode());
  }

  static List<Reply> atOnce(IntFunction<Reply> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Reply>> calls =
          IntStream.range(0, 6).<Callable<Reply>>mapToObj(i -> () -> call.apply(i)).toList();
      List<Reply> replies = new ArrayList<>();
      for (Future<Reply> reply : threads.invokeAll(calls)) {
        replies.add(reply.get());
      }
      return replies;
    } finally {
      threads.shutdownNow();
    }
  }
}
