package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Site;
import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Discord: by the webhook of a Discord channel, or by a bot. */
final class DiscordClient implements SocialClient {

  private static final String WEBHOOK = "discord_webhook_url";
  private static final String CHANNEL = "discord_channel_id";
  private static final Pattern CHANNEL_ID = Pattern.compile("\\d{1,20}");
  private static final Pattern WEBHOOK_URL =
      Pattern.compile(
          "https://(?:[a-z]+\\.)?discord(?:app)?\\.com/api/(?:v\\d+/)?webhooks/(\\d+)/([\\w-]+)/?");

  private static final int TITLE = 256;
  private static final int DESCRIPTION = 1500;
  private static final int FOOTER = 200;

  private static final int NOT_FOUND = 404;
  private static final int BAD_REQUEST = 400;
  private static final int UNKNOWN_MESSAGE = 10008;

  private final SocialHttp http;
  private final URI base;
  private final String siteToken;
  private final String userAgent;

  /** Set when Discord wants no request at all from this machine. */
  private final AtomicReference<Instant> pausedUntil = new AtomicReference<>(Instant.EPOCH);

  DiscordClient(SocialHttp http, URI base, String siteToken, Site site) {
    this.http = http;
    this.base = base;
    this.siteToken = siteToken;
    this.userAgent = "DiscordBot (%s, 1.0)".formatted(site.baseUrl());
  }

  @Override
  public SocialService service() {
    return SocialService.DISCORD;
  }

  @Override
  public boolean isComplete(SocialAccount account) {
    return account.has(WEBHOOK) || (!account.text(CHANNEL).isEmpty() && !token(account).isEmpty());
  }

  @Override
  public String requirement() {
    return "discord_webhook_url is required, or discord_channel_id and a bot";
  }

  @Override
  public boolean isOfferedBySite() {
    return !siteToken.isEmpty();
  }

  private String token(SocialAccount account) {
    return account.has("discord_bot_token") ? account.secret("discord_bot_token") : siteToken;
  }

  /** Where messages go, below the API's base. */
  private static String room(SocialAccount account) throws SocialException {
    if (!account.has(WEBHOOK)) {
      if (!CHANNEL_ID.matcher(account.text(CHANNEL)).matches()) {
        throw SocialException.disconnected("discord_channel_id must be a number");
      }
      return "/channels/" + account.text(CHANNEL);
    }
    Matcher url = WEBHOOK_URL.matcher(account.secret(WEBHOOK));
    if (!url.matches()) {
      throw SocialException.disconnected("this is not the address of a Discord webhook");
    }
    return "/webhooks/" + url.group(1) + "/" + url.group(2);
  }

  @Override
  public Profile verify(SocialAccount account) throws SocialException {
    JsonNode room = call(account, "GET", room(account), null);
    return new Profile(
        room.path("name").asText(), Map.of("discord_guild_id", room.path("guild_id").asText()));
  }

  @Override
  public Posted post(SocialAccount account, SocialCard card, String key) throws SocialException {
    // Without wait=true, Discord answers before it has saved the message.
    String path = account.has(WEBHOOK) ? "?wait=true" : "/messages";
    JsonNode message = call(account, "POST", room(account) + path, body(card));
    String id = SocialHttp.id(message, "id");
    String channel = message.path("channel_id").asText();
    String guild = account.text("discord_guild_id");
    String address =
        guild.isEmpty()
            ? ""
            : "https://discord.com/channels/%s/%s/%s".formatted(guild, channel, id);
    return new Posted(id, channel, address);
  }

  private static Map<String, Object> body(SocialCard card) {
    Map<String, Object> embed = new LinkedHashMap<>();
    embed.put("title", SocialText.units(card.title(), TITLE));
    embed.put("url", card.url());
    embed.put("description", SocialText.units(card.summary(), DESCRIPTION));
    embed.put("timestamp", card.publishedAt().toString());
    embed.put("footer", Map.of("text", SocialText.units(card.channel(), FOOTER)));
    if (!card.imageUrl().isEmpty()) {
      embed.put("image", Map.of("url", card.imageUrl()));
    }
    // An edit without it would be searched for mentions.
    return Map.of("embeds", List.of(embed), "allowed_mentions", Map.of("parse", List.of()));
  }

  @Override
  public TestResult test(SocialAccount account, SocialCard card) throws SocialException {
    Posted posted = post(account, card, "");
    call(account, "DELETE", message(account, posted.remoteId()), null);
    return TestResult.DELETED;
  }

  private static String message(SocialAccount account, String id) throws SocialException {
    return room(account) + "/messages/" + id;
  }

  @Override
  public boolean isEditable(SocialAccount account, SocialPost posted) {
    return true;
  }

  @Override
  public boolean isDeletable(SocialAccount account, SocialPost posted) {
    return true;
  }

  @Override
  public void edit(SocialAccount account, SocialPost posted, SocialCard card)
      throws SocialException {
    call(account, "PATCH", message(account, posted.remoteId()), body(card));
  }

  @Override
  public void delete(SocialAccount account, SocialPost posted) throws SocialException {
    try {
      call(account, "DELETE", message(account, posted.remoteId()), null);
    } catch (SocialException e) {
      if (e.kind() != SocialException.Kind.GONE) {
        throw e;
      }
    }
  }

  private JsonNode call(SocialAccount account, String method, String path, Map<String, Object> body)
      throws SocialException {
    Instant paused = pausedUntil.get();
    if (paused.isAfter(http.now())) {
      throw SocialException.waiting("Discord wants no requests at the moment", paused);
    }
    WebRequest request =
        WebRequest.of(method, URI.create(base + path))
            // The form that Discord publishes; others may be blocked.
            .header("User-Agent", userAgent);
    if (!account.has(WEBHOOK)) {
      request = request.header("Authorization", "Bot " + token(account));
    }
    WebResponse response =
        http.send(body == null ? request : request.json(body), this::waitAsAsked);
    if (response.isSuccess()) {
      return response.body().length == 0 ? response.json() : SocialHttp.object(response);
    }
    throw failure(response);
  }

  private Optional<Instant> waitAsAsked(WebResponse response, Instant now) {
    Optional<Instant> until = WaitSignals.field("/retry_after").apply(response, now);
    if (response.json().path("global").asBoolean()) {
      pausedUntil.set(until.orElseGet(() -> now.plus(Duration.ofMinutes(1))));
    }
    return until;
  }

  private static SocialException failure(WebResponse response) {
    JsonNode body = response.json();
    String words = body.path("message").asText("status " + response.status());
    if (response.status() == NOT_FOUND && body.path("code").asInt() == UNKNOWN_MESSAGE) {
      return SocialException.gone(words);
    }
    return response.status() == BAD_REQUEST
        ? SocialException.refused(words + details(body))
        : SocialException.disconnected(words);
  }

  /** Which part of the message was refused. */
  private static String details(JsonNode body) {
    List<String> names = new ArrayList<>();
    body.path("errors").fieldNames().forEachRemaining(names::add);
    return names.isEmpty() ? "" : ": " + String.join(", ", names);
  }
}
