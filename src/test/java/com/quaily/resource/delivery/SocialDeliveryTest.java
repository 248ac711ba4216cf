package com.quaily.resource.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.delivery.social.SocialOutcome;
import com.quaily.delivery.social.SocialOutcome.State;
import com.quaily.delivery.social.SocialSender;
import com.quaily.testing.Author;
import com.quaily.testing.RemoteStub;
import com.quaily.testing.SocialInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every service's wire format, and what follows when the service misbehaves. */
class SocialDeliveryTest {

  @TempDir private static Path directory;
  private static SocialInstance social;
  private static RemoteStub stub;

  private final Author author = social.author();
  private final JsonNode post = author.published("one", "The first of **many** words.");

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
  void onlyWhatIsConnectedAndSwitchedOnIsATarget() {
    assertEquals(Set.of(), sender().connected(channelId()));

    connect("slack");
    connect("mastodon");
    social.save(author, "mastodon_channel_enabled", false);

    assertEquals(Set.of("slack"), sender().connected(channelId()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "discord", "slack", "line", "bluesky", "twitter", "mastodon"})
  void aMessageIsSentWithTheAddressOfThePostAndItsSource(String service) {
    ServiceStub connected = connect(service);
    int before = stub.requests(connected.path()).size();

    SocialOutcome outcome = social.deliver(author, service, post);

    assertEquals(State.SENT, outcome.state(), outcome.reply());
    List<RemoteStub.Request> sent = stub.requests(connected.path());
    assertEquals(before + 1, sent.size());
    String body = sent.get(before).body();
    assertTrue(body.contains("/p/one?utm_source=" + service), body);
    assertTrue(body.contains("The first of many words."), body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "discord", "slack", "line", "bluesky", "twitter", "mastodon"})
  void aMessageThatWasSentIsNotSentAgain(String service) {
    ServiceStub connected = connect(service);
    long task = SocialInstance.newTask();
    social.deliver(author, service, post, task);
    int sent = stub.requests(connected.path()).size();

    SocialOutcome again = social.deliver(author, service, post, task);

    assertEquals(State.SENT, again.state());
    assertEquals(sent, stub.requests(connected.path()).size());
  }

  @ParameterizedTest
  @CsvSource({
    "telegram, UNCERTAIN",
    "discord, UNCERTAIN",
    "slack, UNCERTAIN",
    "twitter, UNCERTAIN",
    "line, WAIT",
    "bluesky, WAIT",
    "mastodon, WAIT"
  })
  void aLostAnswerIsUncertainUnlessTheServiceTakesAKey(String service, State expected) {
    ServiceStub connected = connect(service);
    long task = SocialInstance.newTask();
    stub.hangUp(connected.path());

    SocialOutcome outcome = social.deliver(author, service, post, task);

    assertEquals(expected, outcome.state(), outcome.reply());
    int before = stub.requests(connected.path()).size();
    connected.accept();
    SocialOutcome again = social.deliver(author, service, post, task);
    if (expected == State.UNCERTAIN) {
      assertEquals(State.UNCERTAIN, again.state());
      assertEquals(before, stub.requests(connected.path()).size(), "never sent again");
    } else {
      assertEquals(State.SENT, again.state(), again.reply());
      List<RemoteStub.Request> all = stub.requests(connected.path());
      assertEquals(key(all.get(before - 1)), key(all.get(before)), "the same key");
      assertFalse(key(all.get(before)).isEmpty());
    }
  }

  private static String key(RemoteStub.Request request) {
    Map<String, String> headers = request.headers();
    return headers.getOrDefault("X-Line-Retry-Key", headers.getOrDefault("Idempotency-Key", ""))
        + request.json().path("rkey").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "discord", "slack", "twitter"})
  void aServerErrorAndAnswersThatAreNotJsonAreUncertain(String service) {
    ServiceStub connected = connect(service);
    stub.answer(connected.path(), 500, "{\"message\":\"oops\"}");
    assertEquals(State.UNCERTAIN, social.deliver(author, service, post).state());

    stub.answer(connected.path(), 200, "<html>A proxy's page</html>");
    assertEquals(State.UNCERTAIN, social.deliver(author, service, post).state());
  }

  @Test
  void aServiceThatHangsIsGivenUp() {
    ServiceStub connected = connect("slack");
    stub.stall(connected.path());

    assertEquals(State.UNCERTAIN, social.deliver(author, "slack", post).state());
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "discord", "slack", "line", "bluesky", "twitter", "mastodon"})
  void aServiceSaysWhenToComeBackInItsOwnWay(String service) {
    ServiceStub connected = connect(service);
    Instant later = Instant.now().plus(Duration.ofMinutes(30));
    long task = SocialInstance.newTask();
    connected.limit(later);

    SocialOutcome outcome = social.deliver(author, service, post, task);

    assertEquals(State.WAIT, outcome.state(), outcome.reply());
    long apart = Duration.between(later, outcome.retryAt().orElseThrow()).abs().toSeconds();
    assertTrue(apart < 60, service + " at " + outcome.retryAt());
    int before = stub.requests(connected.path()).size();
    connected.accept();
    assertEquals(State.WAIT, social.deliver(author, service, post, task).state());
    assertEquals(before, stub.requests(connected.path()).size(), "asked too early");
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "discord", "slack", "line", "twitter", "mastodon"})
  void credentialsThatEndedStopTheConnection(String service) {
    ServiceStub connected = connect(service);
    connected.revoke();

    SocialOutcome outcome = social.deliver(author, service, post);

    assertEquals(State.FAILED, outcome.state());
    assertFalse(sender().connected(channelId()).contains(service));
    int before = stub.count();
    assertEquals(State.FAILED, social.deliver(author, service, post).state());
    assertEquals(before, stub.count(), "never called again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"telegram", "discord", "mastodon"})
  void aMessageIsEditedAndDeleted(String service) {
    ServiceStub connected = connect(service);
    social.deliver(author, service, post);
    connected.acceptChanges();
    JsonNode message = messages().get(0);
    assertEquals("posted", message.get("state").textValue());
    assertTrue(message.get("editable").booleanValue());
    assertFalse(message.get("address").textValue().isEmpty());
    String path = author.posts() + "/one/social/" + message.get("id").asLong();

    assertEquals(200, author.api().put(path, null).status());
    assertTrue(stub.last().body().contains("/p/one?utm_source=" + service), stub.last().body());
    Reply deleted = author.api().delete(path);

    assertEquals("deleted", deleted.data().get("state").textValue());
    assertEquals(409, author.api().put(path, null).status());
    assertEquals(403, author.somebodyElse().put(path, null).status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bluesky", "twitter"})
  void aMessageThatCannotBeEditedIsDeleted(String service) {
    ServiceStub connected = connect(service);
    social.deliver(author, service, post);
    connected.acceptChanges();
    JsonNode message = messages().get(0);
    String path = author.posts() + "/one/social/" + message.get("id").asLong();

    assertFalse(message.get("editable").booleanValue());
    assertEquals(8414, author.api().put(path, null).code());
    assertEquals("deleted", author.api().delete(path).data().get("state").textValue());
  }

  @Test
  void aDeliveryGoesToEveryConnectedService() {
    ServiceStub slack = connect("slack");
    ServiceStub mastodon = connect("mastodon");
    int before = stub.requests(mastodon.path()).size();

    Reply reply = author.api().put(author.posts() + "/one/deliver", null);

    assertEquals(200, reply.status(), reply.body().toString());
    Waiting.until("both", () -> messages().size() == 2 && isPosted(0) && isPosted(1));
    assertEquals(before + 1, stub.requests(mastodon.path()).size());
    assertFalse(stub.requests(slack.path()).isEmpty());
  }

  private boolean isPosted(int number) {
    return messages().get(number).get("state").textValue().equals("posted");
  }

  @Test
  void aSlackWebhookCanOnlyPost() {
    connect("slack");
    social.deliver(author, "slack", post);

    assertFalse(messages().get(0).get("editable").booleanValue());
    assertFalse(messages().get(0).get("deletable").booleanValue());
  }

  @Test
  void slacksErrorsComeWithStatus200() {
    stub.answer("/slack/auth.test", 200, "{\"ok\":true,\"team\":\"Team\"}");
    social.save(
        author,
        "slack_channel_enabled",
        true,
        "slack_channel_id",
        "C1",
        "slack_access_token",
        "xoxb-2");
    stub.answer("/slack/chat.postMessage", 200, "{\"ok\":false,\"error\":\"not_in_channel\"}");

    SocialOutcome outcome = social.deliver(author, "slack", post);

    assertEquals(State.FAILED, outcome.state());
    assertEquals("not_in_channel", outcome.reply());
  }

  @Test
  void aGroupThatBecameASupergroupIsFollowed() {
    ServiceStub telegram = connect("telegram");
    stub.answer(
        telegram.path(),
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to"
            + " a supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-1009}}");

    social.deliver(author, "telegram", post);

    assertEquals("-1009", stub.last().json().get("chat_id").asText());
    assertEquals(
        "-1009",
        author
            .api()
            .get("/lists/" + author.slug() + "/channel")
            .data()
            .get("telegram_channel_id")
            .textValue());
  }

  @Test
  void lineProvesItselfWithItsKeyPair() {
    connect("line");
    social.deliver(author, "line", post);

    Map<String, String> form = stub.requests("/line/oauth2/v3/token").get(0).form();
    assertEquals("client_credentials", form.get("grant_type"));
    assertEquals(3, form.get("client_assertion").split("\\.", -1).length);
  }

  @Test
  void anExpiredBlueskySessionIsRefreshed() {
    ServiceStub bluesky = connect("bluesky");
    social.deliver(author, "bluesky", post);
    stub.answer(bluesky.path(), 400, "{\"error\":\"ExpiredToken\",\"message\":\"expired\"}");
    stub.answer(
        "/bsky/xrpc/com.atproto.server.refreshSession",
        200,
        "{\"accessJwt\":\"a2\",\"refreshJwt\":\"r2\",\"handle\":\"m.example\",\"did\":\"did:plc:m\"}");

    social.deliver(author, "bluesky", post);

    List<RemoteStub.Request> writes = stub.requests(bluesky.path());
    assertEquals("Bearer a1", writes.get(writes.size() - 2).authorization());
    assertEquals("Bearer a2", writes.get(writes.size() - 1).authorization());
    List<RemoteStub.Request> refreshes =
        stub.requests("/bsky/xrpc/com.atproto.server.refreshSession");
    assertEquals("Bearer r1", refreshes.get(refreshes.size() - 1).authorization());
  }

  @Test
  void aPostThatIsNotPublishedAnyMoreIsNotAnnounced() {
    connect("slack");
    author.api().put(author.posts() + "/one/unpublish", null);
    int before = stub.count();

    assertEquals(State.FAILED, social.deliver(author, "slack", post).state());
    assertEquals(before, stub.count());
  }

  @Test
  void aPaidPartStaysOutOfTheMessage() {
    connect("discord");
    JsonNode paid = author.published("paid", "Free words.\n\n<!--paywall-->\n\nHidden words.");

    social.deliver(author, "discord", paid);

    assertTrue(stub.last().body().contains("Free words."), stub.last().body());
    assertFalse(stub.last().body().contains("Hidden"), stub.last().body());
  }

  private SocialSender sender() {
    return social.instance().instance().modules().orElseThrow().social().sender();
  }

  private long channelId() {
    return post.get("list_id").asLong();
  }

  private JsonNode messages() {
    return author.api().get(author.posts() + "/one/social").data();
  }

  private ServiceStub connect(String name) {
    ServiceStub service = new ServiceStub(name, stub);
    service.accept();
    if (name.equals("line")) {
      author.api().post("/lists/" + author.slug() + "/channel/line/keys", null);
    }
    Reply saved = social.save(author, service.settings());
    assertEquals(200, saved.status(), saved.body().toString());
    return service;
  }
}
