package com.quaily.resource.delivery;

import com.quaily.testing.RemoteStub;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How a service answers, by the public documentation of its API. */
record ServiceStub(String name, RemoteStub stub) {

  private static final String HOOK = "https://discord.com/api/webhooks/42/t0ken";

  /** Where messages are posted. */
  String path() {
    return switch (name) {
      case "telegram" -> "/telegram/bot7:t/sendMessage";
      case "discord" -> "/discord/webhooks/42/t0ken";
      case "slack" -> "/hooks/services/T1/B1/x";
      case "line" -> "/line/v2/bot/message/broadcast";
      case "bluesky" -> "/bsky/xrpc/com.atproto.repo.putRecord";
      case "twitter" -> "/x/2/tweets";
      default -> "/masto/api/v1/statuses";
    };
  }

  Object[] settings() {
    return switch (name) {
      case "telegram" ->
          new Object[] {
            "telegram_channel_enabled",
            true,
            "telegram_custom_bot_enabled",
            true,
            "telegram_bot_token",
            "7:t",
            "telegram_channel_id",
            "@letters"
          };
      case "discord" -> new Object[] {"discord_channel_enabled", true, "discord_webhook_url", HOOK};
      case "slack" ->
          new Object[] {
            "slack_channel_enabled",
            true,
            "slack_webhook_url",
            "https://hooks.slack.com/services/T1/B1/x"
          };
      case "line" ->
          new Object[] {
            "line_channel_enabled",
            true,
            "line_channel_id",
            "165",
            "line_assertion_signing_key",
            "kid-1"
          };
      case "bluesky" ->
          new Object[] {
            "bluesky_channel_enabled",
            true,
            "bluesky_username",
            "m.example",
            "bluesky_password",
            "app-pass",
            "bluesky_service_url",
            stub.uri("/bsky").toString()
          };
      case "twitter" ->
          new Object[] {"twitter_channel_enabled", true, "twitter_access_token", "x-token"};
      default ->
          new Object[] {
            "mastodon_channel_enabled",
            true,
            "mastodon_access_token",
            "m-token",
            "mastodon_server_url",
            stub.uri("/masto").toString()
          };
    };
  }

  /** Everything is well. */
  void accept() {
    switch (name) {
      case "telegram" -> {
        stub.answer("/telegram/bot7:t/getMe", 200, "{\"ok\":true,\"result\":{\"id\":7}}");
        stub.answer(
            "/telegram/bot7:t/getChat",
            200,
            "{\"ok\":true,\"result\":{\"type\":\"channel\",\"title\":\"T\"}}");
        stub.answer(
            "/telegram/bot7:t/getChatMember",
            200,
            "{\"ok\":true,\"result\":{\"status\":\"administrator\",\"can_post_messages\":true}}");
        stub.answer(
            path(),
            200,
            "{\"ok\":true,\"result\":{\"message_id\":17,\"chat\":{\"id\":-1001,"
                + "\"username\":\"letters\",\"type\":\"channel\"},\"text\":\"…\"}}");
      }
      case "discord" ->
          stub.answer(
              path(),
              200,
              "{\"id\":\"1234567890123456789\",\"channel_id\":\"5\",\"guild_id\":\"6\","
                  + "\"name\":\"hook\",\"embeds\":[]}");
      case "slack" -> stub.answer(path(), 200, "ok");
      case "line" -> {
        stub.answer("/line/oauth2/v3/token", 200, "{\"access_token\":\"line-token\"}");
        stub.answer("/line/v2/bot/info", 200, "{\"displayName\":\"Letters\"}");
        stub.answer(path(), 200, "{}", Map.of("x-line-request-id", "r-1"));
      }
      case "bluesky" -> {
        stub.answer(
            "/bsky/xrpc/com.atproto.server.createSession",
            200,
            "{\"accessJwt\":\"a1\",\"refreshJwt\":\"r1\",\"handle\":\"m.example\","
                + "\"did\":\"did:plc:m\"}");
        stub.answer(
            path(), 200, "{\"uri\":\"at://did:plc:m/app.bsky.feed.post/3k\",\"cid\":\"b\"}");
      }
      case "twitter" -> {
        stub.answer("/x/2/users/me", 200, "{\"data\":{\"id\":\"9\",\"username\":\"mira\"}}");
        stub.answer(path(), 201, "{\"data\":{\"id\":\"1445880548472328192\",\"text\":\"…\"}}");
      }
      default -> {
        stub.answer(
            "/masto/api/v1/accounts/verify_credentials", 200, "{\"id\":\"1\",\"acct\":\"mira\"}");
        stub.answer(
            "/masto/api/v2/instance",
            200,
            "{\"configuration\":{\"statuses\":{\"max_characters\":500,"
                + "\"characters_reserved_per_url\":23}}}");
        stub.answer(
            path(), 200, "{\"id\":\"103\",\"url\":\"https://m.example/@a/103\",\"tags\":[]}");
      }
    }
  }

  /** Edits and deletions are accepted. */
  void acceptChanges() {
    switch (name) {
      case "telegram" -> {
        stub.answer("/telegram/bot7:t/editMessageText", 200, "{\"ok\":true,\"result\":{}}");
        stub.answer("/telegram/bot7:t/deleteMessage", 200, "{\"ok\":true,\"result\":true}");
      }
      case "discord" -> stub.answer(path() + "/messages/1234567890123456789", 200, "{}");
      case "bluesky" -> stub.answer("/bsky/xrpc/com.atproto.repo.deleteRecord", 200, "{}");
      case "twitter" ->
          stub.answer(path() + "/1445880548472328192", 200, "{\"data\":{\"deleted\":true}}");
      default -> stub.answer(path() + "/103", 200, "{\"id\":\"103\"}");
    }
  }

  /** Too many requests. */
  void limit(Instant until) {
    long seconds = Duration.between(Instant.now(), until).toSeconds();
    String epoch = Long.toString(until.getEpochSecond());
    Map<String, String> none = Map.of();
    switch (name) {
      case "telegram" ->
          stub.answer(
              path(),
              429,
              "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":" + seconds + "}}");
      case "discord" ->
          stub.answer(path(), 429, "{\"retry_after\":" + seconds + ".337,\"global\":false}", none);
      case "slack", "line" ->
          stub.answer(path(), 429, "", Map.of("Retry-After", Long.toString(seconds)));
      case "bluesky" ->
          stub.answer(
              path(), 429, "{\"error\":\"RateLimitExceeded\"}", Map.of("RateLimit-Reset", epoch));
      case "twitter" ->
          stub.answer(path(), 429, "<html></html>", Map.of("x-rate-limit-reset", epoch));
      default ->
          stub.answer(
              path(),
              429,
              "{\"error\":\"Too many requests\"}",
              Map.of("X-RateLimit-Reset", until.toString()));
    }
  }

  /** The credentials or the place are gone. */
  void revoke() {
    switch (name) {
      case "telegram" ->
          stub.answer(
              path(),
              403,
              "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was kicked\"}");
      case "discord" ->
          stub.answer(path(), 404, "{\"message\":\"Unknown Webhook\",\"code\":10015}");
      case "slack" -> stub.answer(path(), 404, "no_service");
      case "line" -> stub.answer(path(), 401, "{\"message\":\"Authentication failed\"}");
      case "twitter" ->
          stub.answer(path(), 401, "{\"title\":\"Unauthorized\",\"detail\":\"Unauthorized\"}");
      default -> stub.answer(path(), 401, "{\"error\":\"The access token is invalid\"}");
    }
  }
}
