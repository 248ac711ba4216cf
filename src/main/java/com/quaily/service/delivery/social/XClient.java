package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** X, API version 2. Each request is billed, so that a test posts nothing. */
final class XClient implements SocialClient {

  private static final String TOKEN = "twitter_access_token";
  private static final String PROFILE = "twitter_profile";

  /** Weighted characters of a post, and what an address counts, however long it is. */
  private static final int LONGEST = 280;

  private static final int URL_WEIGHT = 23;
  private static final int TITLE_WEIGHT = 120;

  /** With or without a scheme, such as {@code example.com}. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://)?[\\p{Alnum}-]{1,63}(?:\\.[\\p{Alnum}-]{2,63})++");

  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final SocialHttp http;
  private final URI base;
  private final OAuthTokens tokens;

  XClient(SocialHttp http, URI base, OAuthTokens tokens) {
    this.http = http;
    this.base = base;
    this.tokens = tokens;
  }

  @Override
  public SocialService service() {
    return SocialService.TWITTER;
  }

  @Override
  public boolean isComplete(SocialAccount account) {
    return account.has(TOKEN);
  }

  @Override
  public String requirement() {
    return "connect an account of X, or enter twitter_access_token";
  }

  @Override
  public boolean isOfferedBySite() {
    return tokens.isOffered();
  }

  @Override
  public Profile verify(SocialAccount account) throws SocialException {
    return profile(tokens.accessToken(account));
  }

  /** Who owns a token. */
  Profile profile(String token) throws SocialException {
    WebRequest request = WebRequest.get(URI.create(base + "/2/users/me")).bearer(token);
    JsonNode user = object(http.prepare(request, waitSignal())).path("data");
    String name = user.path("username").asText();
    return new Profile(
        "@" + name,
        Map.of(
            "twitter_token_id",
            user.path("id").asText(),
            PROFILE,
            Map.of("id", user.path("id").asText(), "username", name)));
  }

  private static SocialHttp.WaitSignal waitSignal() {
    return WaitSignals.epoch("x-rate-limit-reset");
  }

  @Override
  public Posted post(SocialAccount account, SocialCard card, String key) throws SocialException {
    WebRequest request =
        WebRequest.post(URI.create(base + "/2/tweets"))
            .bearer(tokens.accessToken(account))
            .json(Map.of("text", text(card)));
    String id = SocialHttp.id(object(http.send(request, waitSignal())).path("data"), "id");
    String user =
        account.settings().get(PROFILE) instanceof Map<?, ?> profile
            ? String.valueOf(profile.get("username"))
            : "i";
    return new Posted(id, "", "https://x.com/" + user + "/status/" + id);
  }

  /** The page's own tags make the card, so that the text needs no more than the address. */
  static String text(SocialCard card) {
    String title = SocialText.cut(normalized(card.title()), TITLE_WEIGHT, XClient::weight);
    int room = LONGEST - URL_WEIGHT - weight(title) - 4;
    String summary = SocialText.cut(normalized(card.summary()), room, XClient::weight);
    return SocialText.paragraphs(title, summary, card.url());
  }

  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /**
   * Latin and its like count one, everything else two; what X takes for an address counts no less
   * than one.
   */
  static int weight(String text) {
    int weight = text.codePoints().map(XClient::weight).sum();
    Matcher addresses = ADDRESS.matcher(text);
    while (addresses.find()) {
      weight += Math.max(0, URL_WEIGHT - addresses.group().length());
    }
    return weight;
  }

  private static int weight(int codePoint) {
    boolean light =
        codePoint <= 4351
            || (codePoint >= 8192 && codePoint <= 8205)
            || (codePoint >= 8208 && codePoint <= 8223)
            || (codePoint >= 8242 && codePoint <= 8247);
    return light ? 1 : 2;
  }

  @Override
  public TestResult test(SocialAccount account, SocialCard card) throws SocialException {
    verify(account);
    return TestResult.CHECKED;
  }

  @Override
  public boolean isDeletable(SocialAccount account, SocialPost posted) {
    return true;
  }

  @Override
  public void delete(SocialAccount account, SocialPost posted) throws SocialException {
    WebRequest request =
        WebRequest.of("DELETE", URI.create(base + "/2/tweets/" + posted.remoteId()))
            .bearer(tokens.accessToken(account));
    WebResponse response = http.send(request, waitSignal());
    if (response.status() != NOT_FOUND) {
      object(response);
    }
  }

  private static JsonNode object(WebResponse response) throws SocialException {
    if (response.isSuccess()) {
      return SocialHttp.object(response);
    }
    JsonNode body = response.json();
    String words =
        body.path("detail")
            .asText(
                body.path("errors").path(0).path("message").asText(body.path("title").asText()));
    String said = words.isEmpty() ? "status " + response.status() : words;
    throw response.status() == UNAUTHORIZED
        ? SocialException.disconnected(said)
        : SocialException.refused(said);
  }
}
