package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ScriptedSmtpServer;
import com.quaily.testing.ScriptedSmtpServer.Act;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When deliveries begin, and how they are stopped. */
class DeliveryControlApiTest {

  @TempDir static Path directory;
  private static ScriptedSmtpServer server;
  private static TestInstance instance;

  private final Newsletter newsletter = new Newsletter(instance);

  @BeforeAll
  static void start() {
    server = new ScriptedSmtpServer();
    instance =
        Newsletter.sendingTo(
            server.url(),
            directory,
            Map.of(
                "delivery.first-retry",
                "1s",
                "delivery.command-timeout",
                "5s",
                "delivery.end-timeout",
                "1s"));
  }

  @AfterAll
  static void stop() throws IOException {
    instance.close();
    server.close();
  }

  private JsonNode publishAndDeliver(String content) {
    newsletter.author().published("news", content);
    return deliverUntil("delivered");
  }

  private JsonNode deliverUntil(String status) {
    Reply reply = newsletter.deliver("news", null);
    assertEquals(200, reply.status(), () -> reply.body().toString());
    return newsletter.await(status);
  }

  @Test
  void sendingADraftPublishesIt() {
    newsletter.subscriber();
    newsletter.author().draft("fresh", "New.");

    Reply reply = newsletter.deliver("fresh", json("channels", List.of()));

    assertFalse(reply.data().get("published_at").isNull());
    newsletter.await("delivered");
    JsonNode post = newsletter.author().api().get(newsletter.author().posts() + "/fresh").data();
    assertFalse(post.get("last_delivered_at").isNull());
  }

  @Test
  void aSentPostIsSentAgainOnlyOnDemand() {
    String reader = newsletter.subscriber();
    publishAndDeliver("Once.");

    assertEquals(ErrorCode.DELIVERY_EXISTS.number(), newsletter.deliver("news", null).code());
    assertEquals(200, newsletter.deliver("news", json("again", true)).status());
    Waiting.until("the second email", () -> server.accepted(reader).size() == 2);
  }

  @Test
  void aDraftIsPublishedAndSentAtItsTime() {
    String reader = newsletter.subscriber();
    newsletter.author().draft("later", "Soon.");
    Instant time = Instant.now().plusSeconds(3600);

    newsletter.deliver("later", json("scheduled_at", time.toString()));
    JsonNode task = newsletter.task();
    assertEquals("scheduled", task.get("status").textValue());
    Waiting.soon(
        moment ->
            newsletter
                .author()
                .api()
                .put(newsletter.path(task), json("scheduled_at", moment.toString())));

    newsletter.await("delivered");
    assertEquals(1, server.accepted(reader).size());
    JsonNode post = newsletter.author().api().get(newsletter.author().posts() + "/later").data();
    assertFalse(post.get("published_at").isNull());
  }

  @Test
  void aCancelledDeliveryLeavesADraftADraft() {
    newsletter.subscriber();
    newsletter.author().draft("never", "Not.");
    newsletter.deliver("never", json("scheduled_at", Instant.now().plusSeconds(3600).toString()));

    Reply cancelled =
        newsletter.author().api().put(newsletter.path(newsletter.task()) + "/cancel", null);

    assertEquals("cancelled", cancelled.data().get("status").textValue());
    JsonNode post = newsletter.author().api().get(newsletter.author().posts() + "/never").data();
    assertTrue(post.get("scheduled_at").isNull());
    assertTrue(post.get("published_at").isNull());
    assertEquals(
        ErrorCode.DELIVERY_STATE.number(),
        newsletter.author().api().put(newsletter.path(newsletter.task()) + "/cancel", null).code());
  }

  @Test
  void aDeliveryThatIsTooLateWaitsForAWriter() {
    String reader = newsletter.subscriber();
    newsletter.author().published("late", "Old.");
    newsletter.deliver("late", json("scheduled_at", Instant.now().plusSeconds(3600).toString()));
    newsletter
        .data()
        .execute(
            "update delivery_task set scheduled_at = now() - interval '13 hours' where id = ?",
            newsletter.task().get("id").asLong());

    JsonNode task = newsletter.await("paused");

    assertEquals("late", task.get("notice").textValue());
    newsletter.author().api().put(newsletter.path(task) + "/resume", null);
    newsletter.await("delivered");
    assertEquals(1, server.accepted(reader).size());
  }

  @Test
  void aPausedDeliveryGoesOnWhereItWas() {
    List<String> readers = newsletter.subscribers(120);
    server.slowDown(40);
    try {
      newsletter.author().published("news", "Text.");
      newsletter.deliver("news", null);
      Waiting.until(
          "some emails",
          () -> newsletter.task().get("result").get("email").get("sent").asInt() > 10);
      JsonNode paused =
          newsletter.author().api().put(newsletter.path(newsletter.task()) + "/pause", null).data();
      assertEquals("paused", paused.get("status").textValue());
      newsletter.author().api().put(newsletter.path(paused) + "/resume", null);
      newsletter.await("delivered");
    } finally {
      server.slowDown(0);
    }
    readers.forEach(reader -> assertEquals(1, server.accepted(reader).size(), reader));
  }

  @Test
  void aDeliveryWaitsWhenItsPostIsHidden() {
    List<String> readers = newsletter.subscribers(60);
    server.slowDown(150);
    try {
      newsletter.author().published("news", "Text.");
      newsletter.deliver("news", null);
      Waiting.until(
          "some emails",
          () -> newsletter.task().get("result").get("email").get("sent").asInt() > 0);
      newsletter.author().api().put(newsletter.author().posts() + "/news/unpublish", null);
      JsonNode task = newsletter.await("paused");
      assertEquals("not_published", task.get("notice").textValue());
      assertTrue(task.get("result").get("email").get("queued").asInt() > 0);
      newsletter.author().api().put(newsletter.path(task) + "/resume", null);
      newsletter.await("delivered");
    } finally {
      server.slowDown(0);
    }
    readers.forEach(reader -> assertEquals(1, server.accepted(reader).size(), reader));
  }

  @Test
  void manyAddressesThatDoNotExistPauseADelivery() {
    List<String> readers = newsletter.subscribers(70);
    readers.subList(0, 20).forEach(reader -> server.script(reader, Act.REFUSE_RECIPIENT));
    server.slowDown(200);
    try {
      newsletter.author().published("news", "Text.");
      newsletter.deliver("news", null);
      JsonNode task = newsletter.await("paused");
      assertEquals("bounces", task.get("notice").textValue());
      newsletter.author().api().put(newsletter.path(task) + "/resume", null);
      newsletter.await("delivered");
    } finally {
      server.slowDown(0);
    }
  }
}
