package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * LINE's Messaging API: a broadcast to everyone who added the official account as a friend. Each
 * message counts against the account's monthly quota, once per friend.
 */
final class LineClient implements SocialClient {

  private static final String MESSAGES = "/v2/bot/message/";
  private static final String RETRY_KEY = "X-Line-Retry-Key";
  private static final String TEST_USER = "line_test_user_id";

  private static final int ALT_TEXT = 400;
  private static final int TITLE = 200;
  private static final int SUMMARY = 600;
  private static final int LINK = 1000;

  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  /** LINE remembers a retry key for a day; a little less is safe. */
  private static final Duration KEY_LIFE = Duration.ofHours(23);

  private final SocialHttp http;
  private final URI base;
  private final LineTokens tokens;

  LineClient(SocialHttp http, URI base) {
    this.http = http;
    this.base = base;
    this.tokens = new LineTokens(http, base);
  }

  @Override
  public SocialService service() {
    return SocialService.LINE;
  }

  @Override
  public boolean isComplete(SocialAccount account) {
    return LineTokens.isComplete(account);
  }

  @Override
  public String requirement() {
    return "line_channel_id is required, and the key pair with line_assertion_signing_key or"
        + " line_channel_secret";
  }

  @Override
  public Duration repeatableFor(SocialAccount account) {
    return KEY_LIFE;
  }

  @Override
  public Profile verify(SocialAccount account) throws SocialException {
    WebRequest request =
        WebRequest.get(URI.create(base + "/v2/bot/info")).bearer(tokens.issue(account));
    JsonNode bot = object(http.prepare(request, WaitSignals.retryAfter()));
    return Profile.of(bot.path("displayName").asText());
  }

  @Override
  public Posted post(SocialAccount account, SocialCard card, String key) throws SocialException {
    return send(tokens.issue(account), "broadcast", Map.of("messages", messages(card)), key);
  }

  private Posted send(String token, String endpoint, Map<String, Object> body, String key)
      throws SocialException {
    WebRequest request =
        WebRequest.post(URI.create(base + MESSAGES + endpoint))
            .bearer(token)
            .header(RETRY_KEY, key)
            .json(body);
    WebResponse response = exchange(request);
    if (response.status() == CONFLICT) {
      // An earlier attempt with this key was accepted.
      return new Posted(response.header("x-line-accepted-request-id").orElse(""), "", "");
    }
    object(response);
    return new Posted(response.header("x-line-request-id").orElse(""), "", "");
  }

  /** The monthly limit has the same status as the rate limit, and no wait ends it soon. */
  private WebResponse exchange(WebRequest request) throws SocialException {
    try {
      return http.send(request, WaitSignals.retryAfter());
    } catch (SocialException e) {
      if (e.getMessage().contains("monthly limit")) {
        throw SocialException.refused(e.getMessage());
      }
      throw e;
    }
  }

  private static JsonNode object(WebResponse response) throws SocialException {
    if (response.isSuccess()) {
      return SocialHttp.object(response);
    }
    JsonNode body = response.json();
    JsonNode detail = body.path("details").path(0);
    String words = body.path("message").asText("status " + response.status());
    if (response.status() == BAD_REQUEST) {
      throw SocialException.refused(
          detail.isMissingNode()
              ? words
              : "%s (%s: %s)"
                  .formatted(
                      words, detail.path("property").asText(), detail.path("message").asText()));
    }
    throw SocialException.disconnected(words);
  }

  /**
   * Pushes to the writer alone if they entered their own user id; a broadcast is only validated.
   */
  @Override
  public TestResult test(SocialAccount account, SocialCard card) throws SocialException {
    String token = tokens.issue(account);
    Map<String, Object> messages = Map.of("messages", messages(card));
    URI validation = URI.create(base + MESSAGES + "validate/broadcast");
    object(
        http.prepare(
            WebRequest.post(validation).bearer(token).json(messages), WaitSignals.retryAfter()));
    String user = account.text(TEST_USER);
    if (user.isEmpty()) {
      return TestResult.CHECKED;
    }
    Map<String, Object> push = new LinkedHashMap<>(messages);
    push.put("to", user);
    send(token, "push", push, UUID.randomUUID().toString());
    return TestResult.POSTED;
  }

  static List<Map<String, Object>> messages(SocialCard card) {
    String title = SocialText.units(card.title(), TITLE);
    Map<String, Object> bubble = new LinkedHashMap<>();
    bubble.put("type", "bubble");
    Map<String, Object> open =
        Map.of("type", "uri", "label", SocialText.units(card.linkText(), 20), "uri", card.url());
    boolean linkable = card.url().length() <= LINK;
    if (card.hasSecureImage() && card.imageUrl().length() <= LINK) {
      bubble.put(
          "hero",
          Map.of(
              "type",
              "image",
              "url",
              card.imageUrl(),
              "size",
              "full",
              "aspectRatio",
              "20:11",
              "aspectMode",
              "cover"));
    }
    List<Map<String, Object>> texts = new ArrayList<>();
    texts.add(Map.of("type", "text", "text", title, "weight", "bold", "size", "lg", "wrap", true));
    if (!card.summary().isEmpty()) {
      texts.add(
          Map.of(
              "type",
              "text",
              "text",
              SocialText.units(card.summary(), SUMMARY),
              "size",
              "sm",
              "wrap",
              true));
    }
    bubble.put(
        "body", Map.of("type", "box", "layout", "vertical", "spacing", "md", "contents", texts));
    if (linkable) {
      bubble.put(
          "footer",
          Map.of(
              "type",
              "box",
              "layout",
              "vertical",
              "contents",
              List.of(Map.of("type", "button", "style", "link", "action", open))));
    }
    return List.of(
        Map.of("type", "flex", "altText", SocialText.units(title, ALT_TEXT), "contents", bubble));
  }
}
