package com.quaily.resource.comment;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How likely comments are spam, and what a channel makes of it. */
class CommentSpamApiTest {

  private static final int VISIBLE = 0;
  private static final int PENDING = 1;
  private static final String SPAM = "Earn money from home! Join https://bit.ly/xyz";

  private final TestDatabase place = TestInstance.migratedDatabase();
  private final AiProviderStub stub = new AiProviderStub();
  @TempDir private Path directory;
  private TestInstance instance;
  private Author author;
  private long post;

  @BeforeEach
  void start() {
    Map<String, Object> model =
        Map.of("name", "one", "kind", "openai", "model", "m", "class", "small", "url", stub.url());
    instance =
        TestInstance.start(directory, Role.all(), place, Map.of("ai.proxies", List.of(model)));
    instance.started().join();
    author = Author.of(instance);
    post = author.published("spring", "The quails are back.").get("id").longValue();
    options(json("comment_enabled", true));
  }

  @AfterEach
  void close() throws IOException {
    instance.close();
    stub.close();
  }

  private void options(Map<String, Object> options) {
    assertEquals(
        200,
        author
            .api()
            .put("/lists/" + author.slug() + "/options", json("options", options))
            .status());
  }

  private void judge(double score) {
    stub.script(
        question -> Behaviour.text("{\"score\":" + score + ",\"reason\":\"sells something\"}"));
  }

  private JsonNode comment(ApiClient reader, String text) {
    JsonNode made = reader.post("/comments", json("post_id", post, "content", text)).data();
    assertTrue(made.has("id"), made.toString());
    return made;
  }

  private JsonNode moderated() {
    return author.api().get("/lists/" + author.slug() + "/comments").data().get("items").get(0);
  }

  private JsonNode judgedBy(String judge) {
    Waiting.until(
        "the judgement of " + judge, () -> moderated().at("/spam/judge").asText("").equals(judge));
    return moderated();
  }

  @Test
  void aModelJudgesACommentAndOnlyModeratorsSeeIt() {
    judge(0.9);
    ApiClient reader = author.somebodyElse();

    JsonNode made = comment(reader, "Nice. My shop has nicer quails.");

    JsonNode judged = judgedBy("spam/1");
    assertEquals(0.9, judged.at("/spam/score").doubleValue(), 0.001);
    assertEquals("sells something", judged.at("/spam/reason").textValue());
    assertEquals(VISIBLE, judged.get("status").intValue(), "the channel does not hold comments");
    assertFalse(made.has("spam"));
    assertFalse(reader.get("/comments?post_id=" + post).data().get("items").get(0).has("spam"));
    assertTrue(stub.questions().get(0).last().contains("nicer quails"));
  }

  @Test
  void aChannelMayHoldWhatAModelFindsSuspicious() {
    options(json("comment_spam_held", true));
    judge(0.8);

    comment(author.somebodyElse(), "Nice. My shop has nicer quails.");

    assertEquals(PENDING, judgedBy("spam/1").get("status").intValue());
  }

  @Test
  void whatTheRulesFindIsHeldAtOnceAndNeverDeleted() {
    options(json("comment_spam_held", true, "ai_disabled", true));

    JsonNode made = comment(author.somebodyElse(), SPAM);

    assertEquals(PENDING, made.get("status").intValue());
    JsonNode held = moderated();
    assertEquals(SPAM, held.get("content").textValue());
    assertEquals("local", held.at("/spam/judge").textValue());
    assertTrue(held.at("/spam/score").doubleValue() > 0.7);
  }

  @Test
  void theDecisionOfAPersonStands() {
    options(json("comment_spam_held", true));
    CountDownLatch decided = new CountDownLatch(1);
    stub.script(
        question -> {
          await(decided);
          return Behaviour.text("{\"score\":0.9,\"reason\":\"sells something\"}");
        });
    JsonNode made = comment(author.somebodyElse(), SPAM);
    assertEquals(PENDING, made.get("status").intValue());
    Waiting.until("a question", () -> !stub.questions().isEmpty());
    String approval = "/comments/" + made.get("id").asText() + "/approve";
    assertEquals(200, author.api().put(approval, json()).status());
    decided.countDown();

    JsonNode judged = judgedBy("spam/1");

    assertEquals(VISIBLE, judged.get("status").intValue());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void theWritersOwnCommentsAndThoseOfAChannelThatForbidsItAreNotSent() throws SQLException {
    JsonNode own = comment(author.api(), SPAM);
    awaitChecks();
    options(json("ai_disabled", true));
    comment(author.somebodyElse(), "Hello.");
    awaitChecks();

    assertEquals(VISIBLE, own.get("status").intValue());
    assertEquals("local", moderated().at("/spam/judge").textValue());
    assertTrue(stub.questions().isEmpty());
  }

  private void awaitChecks() throws SQLException {
    try (Connection connection = place.connect();
        PreparedStatement query =
            connection.prepareStatement(
                "select count(*) from scheduled_tasks where task_name = 'comment-spam'")) {
      Waiting.until("no comment to wait for its check", () -> count(query) == 0);
    }
  }

  private static long count(PreparedStatement query) {
    try (ResultSet rows = query.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
