package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.Author;
import com.quaily.testing.RemoteStub;
import com.quaily.testing.SocialInstance;
import com.quaily.testing.TestInstance.Reply;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SocialChannelApiTest {

  private static final String BOT = "/telegram/bot7:secret/";

  @TempDir private static Path directory;
  private static SocialInstance social;
  private static RemoteStub stub;

  private final Author author = social.author();
  private final String path = "/lists/" + author.slug() + "/channel";

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
  void settingsOfTelegramAreSavedWhenItsBotMayPost() {
    telegramAccepts();

    Reply reply = saveTelegram();

    assertEquals(200, reply.status(), reply.body().toString());
    assertTrue(reply.data().get("telegram_channel_enabled").booleanValue());
    assertTrue(reply.data().get("secrets_set").toString().contains("telegram_bot_token"));
    assertFalse(reply.body().toString().contains("7:secret"));
    JsonNode state = state("telegram");
    assertEquals("A chat", state.get("account").textValue());
    assertTrue(state.get("complete").booleanValue());
    assertFalse(state.get("broken").booleanValue());
  }

  @Test
  void settingsThatTelegramRefusesAreNotSaved() {
    telegramAccepts();
    stub.answer(
        BOT + "getChat",
        400,
        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: chat not found\"}");

    Reply reply = saveTelegram();

    assertEquals(422, reply.status());
    assertEquals(8401, reply.code());
    assertTrue(reply.body().get("message").textValue().contains("chat not found"));
    assertFalse(author.api().get(path).data().get("telegram_channel_enabled").booleanValue());
  }

  @Test
  void aBotThatMayNotPostIsRefused() {
    telegramAccepts();
    stub.answer(
        BOT + "getChatMember",
        200,
        "{\"ok\":true,\"result\":{\"status\":\"administrator\",\"can_post_messages\":false}}");

    assertEquals(8401, saveTelegram().code());
  }

  @Test
  void aServiceThatDoesNotAnswerIsNotTheWritersFault() {
    telegramAccepts();
    stub.hangUp(BOT + "getChat");

    Reply reply = saveTelegram();

    assertEquals(503, reply.status());
    assertEquals(8410, reply.code());
  }

  @Test
  void whatIsSwitchedOffIsSavedWithoutBeingChecked() {
    Reply reply = social.save(author, "mastodon_server_url", "https://nowhere.invalid");

    assertEquals(200, reply.status());
  }

  @Test
  void incompleteSettingsAreRefusedByName() {
    Reply reply = social.save(author, "mastodon_channel_enabled", true);

    assertEquals(422, reply.status());
    assertEquals(8411, reply.code());
    assertTrue(reply.body().get("message").textValue().contains("mastodon_access_token"));
  }

  @Test
  void everyServiceHasAnErrorOfItsOwn() {
    Map<Integer, Object[]> settings = new HashMap<>();
    settings.put(8402, new Object[] {"discord_webhook_url", "https://example.com/not-discord"});
    settings.put(8403, new Object[] {"slack_webhook_url", "https://example.com/not-slack"});
    settings.put(8404, new Object[] {"line_channel_id", "1", "line_channel_secret", "wrong"});
    settings.put(
        8405,
        new Object[] {
          "bluesky_username",
          "m",
          "bluesky_password",
          "p",
          "bluesky_service_url",
          stub.uri("/nobody").toString()
        });
    settings.put(8406, new Object[] {"twitter_access_token", "wrong"});
    settings.put(
        8407,
        new Object[] {
          "mastodon_access_token", "wrong", "mastodon_server_url", stub.uri("/nobody").toString()
        });
    stub.answer("/x/2/users/me", 401, "{\"title\":\"Unauthorized\",\"detail\":\"Unauthorized\"}");
    settings.forEach(
        (code, values) -> {
          Map<String, Object> body = new HashMap<>(json(values));
          String service = values[0].toString().split("_", 2)[0];
          body.put(service + "_channel_enabled", true);
          Reply reply = author.api().put(path, body);
          assertEquals(code, reply.code(), reply.body().toString());
          assertEquals(422, reply.status());
        });
  }

  @Test
  void aTestMessageIsPostedAndDeleted() {
    telegramAccepts();
    saveTelegram();
    stub.answer(
        BOT + "sendMessage",
        200,
        "{\"ok\":true,\"result\":{\"message_id\":17,\"chat\":{\"id\":-1001,\"type\":\"channel\"}}}");
    stub.answer(BOT + "deleteMessage", 200, "{\"ok\":true,\"result\":true}");

    Reply reply = author.api().post(path + "/services/telegram/test", null);

    assertEquals("deleted", reply.data().get("result").textValue());
    JsonNode sent = stub.requests(BOT + "sendMessage").get(0).json();
    assertTrue(sent.get("disable_notification").booleanValue());
    assertEquals("-1001", stub.last().json().get("chat_id").asText());
    assertEquals(17, stub.last().json().get("message_id").asInt());
  }

  @Test
  void aTestThatFailsShowsTheServicesWords() {
    telegramAccepts();
    saveTelegram();
    stub.answer(
        BOT + "sendMessage",
        403,
        "{\"ok\":false,\"error_code\":403,"
            + "\"description\":\"Forbidden: bot was kicked from the channel chat\"}");

    Reply reply = author.api().post(path + "/services/telegram/test", null);

    assertEquals(8401, reply.code());
    assertTrue(state("telegram").get("broken").booleanValue());
    assertTrue(state("telegram").get("message").textValue().contains("kicked"));

    assertEquals(200, saveTelegram().status());
    assertFalse(state("telegram").get("broken").booleanValue(), "saved again");
  }

  @Test
  void onlyTheOwnerSendsTestsAndOnlyWritersSeeStates() {
    assertEquals(403, author.somebodyElse().get(path + "/services").status());
    assertEquals(403, author.somebodyElse().post(path + "/services/telegram/test", null).status());
    assertEquals(404, author.api().post(path + "/services/pigeon/test", null).status());
  }

  @Test
  void anAccountOfXIsConnectedByOAuth() {
    xAccepts();
    Map<String, String> query = authorize("twitter");

    Reply reply =
        author.api().post("/twitter/connect", json("code", "c0de", "state", query.get("state")));

    assertEquals(author.slug(), reply.data().get("list").textValue());
    assertEquals("id-x", query.get("client_id"));
    assertEquals("S256", query.get("code_challenge_method"));
    RemoteStub.Request exchange = stub.requests("/x/2/oauth2/token").get(0);
    assertEquals("c0de", exchange.form().get("code"));
    assertTrue(exchange.form().get("code_verifier").length() >= 43);
    assertTrue(exchange.authorization().startsWith("Basic "));
    JsonNode saved = author.api().get(path).data();
    assertTrue(saved.get("twitter_channel_enabled").booleanValue());
    assertEquals("mira", saved.at("/twitter_profile/username").textValue());
    assertFalse(saved.get("twitter_token_expired_at").textValue().isEmpty());
    assertFalse(saved.toString().contains("access-1"));
  }

  @Test
  void aConnectionThatSomebodyElseBeganIsRefused() {
    xAccepts();
    String state = authorize("twitter").get("state");

    Reply reply =
        author.somebodyElse().post("/twitter/connect", json("code", "c0de", "state", state));
    Reply changed =
        author.api().post("/twitter/connect", json("code", "c0de", "state", state + "x"));

    assertEquals(8412, reply.code());
    assertEquals(8412, changed.code());
    assertFalse(author.api().get(path).data().get("twitter_channel_enabled").booleanValue());
  }

  @Test
  void slackIsConnectedWithTheChannelThatTheWriterChoseThere() {
    stub.answer(
        "/slack/oauth.v2.access",
        200,
        "{\"ok\":true,\"access_token\":\"xoxb-1\",\"team\":{\"id\":\"T1\",\"name\":\"Team\"},"
            + "\"incoming_webhook\":{\"channel\":\"#news\",\"channel_id\":\"C1\"}}");
    stub.answer("/slack/auth.test", 200, "{\"ok\":true,\"team\":\"Team\"}");

    String state = authorize("slack").get("state");
    Reply reply = author.api().post("/slack/connect", json("code", "c0de", "state", state));

    assertEquals(200, reply.status(), reply.body().toString());
    JsonNode saved = author.api().get(path).data();
    assertEquals("C1", saved.get("slack_channel_id").textValue());
    assertEquals("#news", saved.get("slack_channel_name").textValue());
    assertEquals("Bearer xoxb-1", stub.requests("/slack/auth.test").get(0).authorization());
  }

  private Map<String, String> authorize(String service) {
    String url =
        author
            .api()
            .get("/" + service + "/authorize?list=" + author.slug())
            .data()
            .get("url")
            .textValue();
    Map<String, String> query = new HashMap<>();
    for (String pair : URI.create(url).getRawQuery().split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    assertNotEquals(null, query.get("state"));
    return query;
  }

  private static void xAccepts() {
    stub.answer(
        "/x/2/oauth2/token",
        200,
        "{\"access_token\":\"access-1\",\"refresh_token\":\"refresh-1\",\"expires_in\":7200}");
    stub.answer("/x/2/users/me", 200, "{\"data\":{\"id\":\"9\",\"username\":\"mira\"}}");
  }

  private static void telegramAccepts() {
    stub.answer(BOT + "getMe", 200, "{\"ok\":true,\"result\":{\"id\":7}}");
    stub.answer(
        BOT + "getChat",
        200,
        "{\"ok\":true,\"result\":{\"id\":-1001,\"type\":\"channel\",\"title\":\"A chat\"}}");
    stub.answer(
        BOT + "getChatMember",
        200,
        "{\"ok\":true,\"result\":{\"status\":\"administrator\",\"can_post_messages\":true}}");
  }

  private Reply saveTelegram() {
    return social.save(
        author,
        "telegram_channel_enabled",
        true,
        "telegram_custom_bot_enabled",
        true,
        "telegram_bot_token",
        "7:secret",
        "telegram_channel_id",
        "@letters");
  }

  private JsonNode state(String service) {
    JsonNode states = author.api().get(path + "/services").data();
    return StreamSupport.stream(states.spliterator(), false)
        .filter(state -> state.get("service").textValue().equals(service))
        .findFirst()
        .orElseThrow();
  }
}
