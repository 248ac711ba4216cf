package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack: by an application's token, or by an incoming webhook, which can only post. */
final class SlackClient implements SocialClient {

  static final String TOKEN = "slack_access_token";
  static final String CHANNEL = "slack_channel_id";
  static final String WEBHOOK = "slack_webhook_url";

  private static final Pattern WEBHOOK_URL =
      Pattern.compile("https://hooks\\.slack\\.com(/services/[\\w/-]+)");

  /** Characters of a header block, a section and a picture's description. */
  private static final int HEADER = 150;

  private static final int SECTION = 2500;
  private static final int IMAGE_URL = 3000;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;

  private static final Set<String> BROKEN =
      Set.of(
          "invalid_auth",
          "not_authed",
          "token_revoked",
          "token_expired",
          "account_inactive",
          "missing_scope",
          "not_in_channel",
          "channel_not_found",
          "is_archived");

  private static final Set<String> PERHAPS_DONE =
      Set.of("fatal_error", "internal_error", "request_timeout", "service_unavailable");

  private final SocialHttp http;
  private final URI base;
  private final URI hooks;
  private final OAuthTokens tokens;

  SlackClient(SocialHttp http, URI base, URI hooks, OAuthTokens tokens) {
    this.http = http;
    this.base = base;
    this.hooks = hooks;
    this.tokens = tokens;
  }

  @Override
  public SocialService service() {
    return SocialService.SLACK;
  }

  @Override
  public boolean isComplete(SocialAccount account) {
    return usesApi(account) || account.has(WEBHOOK);
  }

  @Override
  public String requirement() {
    return "slack_webhook_url is required, or slack_channel_id and slack_access_token";
  }

  @Override
  public boolean isOfferedBySite() {
    return tokens.isOffered();
  }

  private static boolean usesApi(SocialAccount account) {
    return account.has(TOKEN) && !account.text(CHANNEL).isEmpty();
  }

  /** A webhook's address names no place and can only be tried with a message. */
  @Override
  public Profile verify(SocialAccount account) throws SocialException {
    if (!usesApi(account)) {
      hook(account);
      return Profile.of(account.text("slack_channel_name"));
    }
    JsonNode team = call(account, "auth.test", Map.of());
    return Profile.of(team.path("team").asText());
  }

  @Override
  public Posted post(SocialAccount account, SocialCard card, String key) throws SocialException {
    if (!usesApi(account)) {
      postToHook(account, card);
      return new Posted("", "", "");
    }
    JsonNode answer = call(account, "chat.postMessage", message(account.text(CHANNEL), card));
    return new Posted(SocialHttp.id(answer, "ts"), answer.path("channel").asText(), "");
  }

  private void postToHook(SocialAccount account, SocialCard card) throws SocialException {
    URI target = URI.create(hooks + hook(account));
    WebResponse response =
        http.send(WebRequest.post(target).json(content(card)), WaitSignals.retryAfter());
    String words = response.text().strip();
    if (response.status() == OK && words.equals("ok")) {
      return;
    }
    if (response.isSuccess()) {
      throw SocialException.uncertain("an answer that is not Slack's");
    }
    throw response.status() == BAD_REQUEST
        ? SocialException.refused(words)
        : SocialException.disconnected(words);
  }

  /** The path of the webhook. */
  private static String hook(SocialAccount account) throws SocialException {
    Matcher url = WEBHOOK_URL.matcher(account.secret(WEBHOOK));
    if (!url.matches()) {
      throw SocialException.disconnected("this is not the address of an incoming webhook of Slack");
    }
    return url.group(1);
  }

  private static Map<String, Object> message(String channel, SocialCard card) {
    Map<String, Object> message = new LinkedHashMap<>(content(card));
    message.put("channel", channel);
    return message;
  }

  static Map<String, Object> content(SocialCard card) {
    List<Map<String, Object>> blocks = new ArrayList<>();
    String title = SocialText.units(card.title(), HEADER);
    blocks.add(Map.of("type", "header", "text", Map.of("type", "plain_text", "text", title)));
    if (!card.summary().isEmpty()) {
      blocks.add(section(escape(SocialText.units(card.summary(), SECTION / 2))));
    }
    if (card.hasSecureImage() && card.imageUrl().length() <= IMAGE_URL) {
      blocks.add(Map.of("type", "image", "image_url", card.imageUrl(), "alt_text", title));
    }
    blocks.add(section("<" + card.url() + "|" + linkText(card.linkText()) + ">"));
    Map<String, Object> content = new LinkedHashMap<>();
    // Notifications show this text instead of the blocks.
    content.put("text", escape(title) + " " + card.url());
    content.put("blocks", blocks);
    content.put("unfurl_links", false);
    content.put("unfurl_media", false);
    return content;
  }

  private static Map<String, Object> section(String markup) {
    return Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", markup));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String linkText(String text) {
    return escape(text.replace("|", " ").replace(">", " "));
  }

  @Override
  public TestResult test(SocialAccount account, SocialCard card) throws SocialException {
    Posted posted = post(account, card, "");
    if (posted.remoteId().isEmpty()) {
      return TestResult.POSTED;
    }
    call(account, "chat.delete", Map.of("channel", posted.place(), "ts", posted.remoteId()));
    return TestResult.DELETED;
  }

  @Override
  public boolean isEditable(SocialAccount account, SocialPost posted) {
    return !posted.remoteId().isEmpty() && account.has(TOKEN);
  }

  @Override
  public boolean isDeletable(SocialAccount account, SocialPost posted) {
    return isEditable(account, posted);
  }

  @Override
  public void edit(SocialAccount account, SocialPost posted, SocialCard card)
      throws SocialException {
    Map<String, Object> message = message(posted.place(), card);
    message.put("ts", posted.remoteId());
    call(account, "chat.update", message);
  }

  @Override
  public void delete(SocialAccount account, SocialPost posted) throws SocialException {
    try {
      call(account, "chat.delete", Map.of("channel", posted.place(), "ts", posted.remoteId()));
    } catch (SocialException e) {
      if (e.kind() != SocialException.Kind.GONE) {
        throw e;
      }
    }
  }

  /** Slack answers 200 to almost everything; the body says whether it worked. */
  private JsonNode call(SocialAccount account, String method, Map<String, Object> arguments)
      throws SocialException {
    URI target = URI.create(base + "/" + method);
    WebRequest request = WebRequest.post(target).bearer(tokens.accessToken(account));
    WebResponse response = http.send(request.json(arguments), WaitSignals.retryAfter());
    JsonNode body = SocialHttp.object(response);
    if (body.path("ok").asBoolean()) {
      return body;
    }
    String error = body.path("error").asText("status " + response.status());
    if (error.equals("ratelimited") || error.equals("rate_limited")) {
      throw SocialException.waiting(error, http.now(), SocialHttp.PAUSE);
    }
    if (error.equals("message_not_found")) {
      throw SocialException.gone(error);
    }
    if (PERHAPS_DONE.contains(error)) {
      throw SocialException.uncertain(error);
    }
    String needed = body.path("needed").asText();
    String words = needed.isEmpty() ? error : error + ": " + needed;
    throw BROKEN.contains(error)
        ? SocialException.disconnected(words)
        : SocialException.refused(words);
  }
}
