package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.dao.WebhookDao;
import com.quaily.testing.Author;
import com.quaily.testing.RemoteStub;
import com.quaily.testing.SocialInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookApiTest {

  @TempDir private static Path directory;
  private static SocialInstance social;
  private static RemoteStub stub;

  private final Author author = social.author();
  private final String path = "/lists/" + author.slug() + "/webhooks";
  private final String receiver = "/receiver-" + author.slug();

  @BeforeAll
  static void start() {
    social = new SocialInstance(directory);
    stub = social.stub();
  }

  @AfterAll
  static void stop() throws Exception {
    social.close();
  }

  @Test
  void publishingChangingAndUnpublishingAPostAreTold() {
    create();
    JsonNode post = author.published("one", "Words");
    author.api().put(author.posts() + "/one/update", json("title", "Another title"));
    author.api().put(author.posts() + "/one/unpublish", null);

    List<RemoteStub.Request> told = told(3);

    assertEquals(
        List.of("post.published", "post.updated", "post.unpublished"),
        told.stream().map(request -> request.json().get("type").textValue()).toList());
    JsonNode first = told.get(0).json();
    assertEquals(post.get("id"), first.at("/data/post_id"));
    assertTrue(first.at("/data/url").textValue().endsWith("/p/one"));
    assertFalse(told.get(0).body().contains("Words"), "the event names the post only");
  }

  @Test
  void eventsAreSigned() throws Exception {
    String secret = create().get("secret").textValue();
    author.published("one", "Words");

    RemoteStub.Request told = told(1).get(0);

    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(
            Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
    String signed =
        told.headers().get("webhook-id")
            + "."
            + told.headers().get("webhook-timestamp")
            + "."
            + told.body();
    assertEquals(
        "v1,"
            + Base64.getEncoder()
                .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))),
        told.headers().get("webhook-signature"));
    assertEquals("application/json", told.headers().get("Content-Type"));
  }

  @Test
  void theSecretIsShownOnce() {
    String secret = create().get("secret").textValue();

    JsonNode listed = author.api().get(path).data();

    assertTrue(secret.startsWith("whsec_"));
    assertEquals(1, listed.size());
    assertFalse(listed.toString().contains(secret));
    assertTrue(listed.get(0).get("secret").isNull());
  }

  @Test
  void subscribersWhoComeAndGoAreTold() {
    create();
    var reader = author.somebodyElse();
    reader.post("/subscriptions/" + author.slug() + "/no-challenge", null);
    reader.put("/subscriptions/" + author.slug() + "/email", json("enabled", false));
    reader.delete("/subscriptions/" + author.slug());

    List<RemoteStub.Request> told = told(3);

    assertEquals(
        List.of("subscription.created", "subscription.updated", "subscription.ended"),
        told.stream().map(request -> request.json().get("type").textValue()).toList());
    assertTrue(told.get(0).json().at("/data/email").textValue().contains("@"));
  }

  @Test
  void aDeliveryIsToldFromItsStartToItsEnd() {
    stub.answer(receiver, 204, "");
    author
        .api()
        .post(
            path,
            json(
                "url",
                stub.uri(receiver).toString(),
                "events",
                List.of("delivery.started", "delivery.completed")));
    author.somebodyElse().post("/subscriptions/" + author.slug() + "/no-challenge", null);
    JsonNode post = author.published("one", "Words");
    author.api().put(author.posts() + "/one/deliver", json("channels", List.of("email")));

    List<RemoteStub.Request> told = told(2);

    assertEquals(
        List.of("delivery.started", "delivery.completed"),
        told.stream().map(request -> request.json().get("type").textValue()).toList());
    assertEquals(post.get("id"), told.get(1).json().at("/data/post_id"));
    assertFalse(told.get(1).json().at("/data/finished_at").isNull());
  }

  @Test
  void whatFailsIsSentAgainWithTheSameId() {
    create();
    stub.answer(receiver, 500, "");
    author.published("one", "Words");
    told(1);
    stub.answer(receiver, 204, "");

    List<RemoteStub.Request> told = told(2);

    assertEquals(told.get(0).headers().get("webhook-id"), told.get(1).headers().get("webhook-id"));
    JsonNode delivery = awaitDelivery("the second attempt", "delivered_at");
    assertEquals(2, delivery.get("attempts").asInt());
    assertEquals(204, delivery.get("status").asInt());
    assertTrue(delivery.get("next_at").isNull());
  }

  @Test
  void aReceiverThatIsGoneIsSwitchedOff() {
    create();
    stub.answer(receiver, 410, "");
    author.published("one", "Words");

    Waiting.until("off", () -> !webhook().get("active").booleanValue());

    assertEquals("410 Gone", webhook().get("message").textValue());
    author.published("two", "Words");
    assertEquals(1, author.api().get(deliveries()).data().size(), "no more events");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 404, 429, 503})
  void otherStatusesAreFailuresAndTriedAgain(int status) {
    create();
    stub.answer(receiver, status, "busy", Map.of("Location", stub.uri("/elsewhere").toString()));
    author.published("one", "Words");

    JsonNode delivery = awaitDelivery("an attempt", "attempted_at");

    assertEquals(status, delivery.get("status").asInt());
    assertEquals("busy", delivery.get("reply").textValue());
    assertFalse(delivery.get("next_at").isNull());
    assertEquals(List.of(), stub.requests("/elsewhere"));
  }

  @Test
  void aReceiverThatAnswersNothingIsAFailure() {
    create();
    stub.hangUp(receiver);
    author.published("one", "Words");

    JsonNode delivery = awaitDelivery("an attempt", "attempted_at");

    assertEquals(0, delivery.get("status").asInt());
    assertFalse(delivery.get("reply").textValue().isEmpty());
  }

  @Test
  void anEventIsReplayed() {
    create();
    author.published("one", "Words");
    told(1);
    JsonNode delivery = awaitDelivery("the first", "delivered_at");

    Reply replay =
        author.api().post(deliveries() + "/" + delivery.get("id").asLong() + "/replay", null);

    assertEquals(200, replay.status());
    List<RemoteStub.Request> told = told(2);
    assertEquals(told.get(0).body(), told.get(1).body());
    assertEquals(404, author.api().post(deliveries() + "/999999999/replay", null).status());
  }

  @Test
  void aTestEventIsSentOnRequest() {
    long id = create().get("id").asLong();

    author.api().post(path + "/" + id + "/test", null);

    assertEquals("webhook.test", told(1).get(0).json().get("type").textValue());
  }

  @Test
  void onlyChosenEventsAreSent() {
    stub.answer(receiver, 204, "");
    author
        .api()
        .post(
            path,
            json("url", stub.uri(receiver).toString(), "events", List.of("post.unpublished")));
    author.published("one", "Words");
    author.api().put(author.posts() + "/one/unpublish", null);

    assertEquals("post.unpublished", told(1).get(0).json().get("type").textValue());
    assertEquals(1, author.api().get(deliveries()).data().size());
  }

  @Test
  void aNewSecretReplacesTheOldOne() {
    JsonNode created = create();

    JsonNode renewed =
        author.api().post(path + "/" + created.get("id").asLong() + "/secret", null).data();

    assertFalse(renewed.get("secret").equals(created.get("secret")));
  }

  @Test
  void badWebhooksAreRefused() {
    assertEquals("url", refused(json("url", "ftp://example.com")));
    assertEquals("url", refused(json("url", "https://user:pass@example.com/")));
    assertEquals("url", refused(json()));
    assertEquals("events", refused(json("url", "https://a.example/", "events", List.of("no"))));
    assertEquals("events", refused(json("url", "https://a.example/", "events", List.of())));
    for (int i = 0; i < 10; i++) {
      author.api().post(path, json("url", "https://a.example/" + i));
    }
    assertEquals("url", refused(json("url", "https://a.example/11")));
  }

  @Test
  void onlyTheOwnerSeesAndChangesWebhooks() {
    long id = create().get("id").asLong();

    assertEquals(403, author.somebodyElse().get(path).status());
    assertEquals(403, author.somebodyElse().delete(path + "/" + id).status());
    Author other = social.author();
    assertEquals(404, other.api().delete("/lists/" + other.slug() + "/webhooks/" + id).status());
    assertEquals(200, author.api().delete(path + "/" + id).status());
    assertEquals(0, author.api().get(path).data().size());
  }

  @Test
  void whatAProcessIsSendingIsLeftAloneByTheOthers() {
    long id = create().get("id").asLong();
    stub.stall(receiver);
    author.published("one", "Words");
    Waiting.until("a request", () -> !stub.requests(receiver).isEmpty());

    WebhookDao other =
        social.instance().instance().modules().orElseThrow().database().dao(WebhookDao.class);

    assertFalse(other.selectDue(Instant.now(), 1_000).contains(id));
    Instant later = Instant.now().plus(Duration.ofMinutes(11));
    assertTrue(other.selectDue(later, 1_000).contains(id), "unless that process died");
  }

  private void awaitPing(String topic) {
    Waiting.until(
        "a ping",
        () ->
            social.hub().requests("/hub").stream()
                .anyMatch(request -> request.form().get("hub.url").equals(topic)));
  }

  @Test
  void hubsAreToldOfFeedsThatNoPostHasChanged() {
    Author other = social.author();
    awaitPing(social.instance().url() + "/" + other.slug() + "/feed/atom");
  }

  @Test
  void hubsAreToldWhenFeedsChange() {
    author.published("one", "Words");

    awaitPing(social.instance().url() + "/" + author.slug() + "/feed/atom");

    String feed = social.instance().get("/" + author.slug() + "/feed/atom").body();
    assertTrue(feed.contains("rel=\"hub\""), feed);
    assertTrue(feed.contains(social.hub().uri("/hub").toString()), feed);
  }

  private String refused(Map<String, Object> body) {
    Reply reply = author.api().post(path, body);
    assertEquals(422, reply.status(), reply.body().toString());
    return reply.body().get("field").textValue();
  }

  private JsonNode create() {
    stub.answer(receiver, 204, "");
    Reply reply = author.api().post(path, json("url", stub.uri(receiver).toString()));
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }

  private JsonNode webhook() {
    return author.api().get(path).data().get(0);
  }

  private String deliveries() {
    return path + "/" + webhook().get("id").asLong() + "/deliveries";
  }

  private JsonNode awaitDelivery(String what, String field) {
    Waiting.until(
        what,
        () -> {
          JsonNode found = author.api().get(deliveries()).data();
          return !found.isEmpty() && !found.get(0).get(field).isNull();
        });
    return author.api().get(deliveries()).data().get(0);
  }

  private List<RemoteStub.Request> told(int count) {
    Waiting.until(count + " events", () -> stub.requests(receiver).size() >= count);
    return stub.requests(receiver);
  }
}
