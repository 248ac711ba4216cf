package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Mastodon and servers with the same API. The server makes the card from the page's own tags. */
final class MastodonClient implements SocialClient {

  private static final String SERVER = "mastodon_server_url";
  private static final String TOKEN = "mastodon_access_token";
  private static final String STATUSES = "/api/v1/statuses";

  /** The limits of a server that does not name its own. */
  private static final Limits USUAL = new Limits(500, 23);

  private static final int TAGS = 4;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  /** Servers remember a key for an hour; a little less is safe. */
  private static final Duration KEY_LIFE = Duration.ofMinutes(55);

  private final SocialHttp http;
  private final Cache<URI, Limits> limits =
      Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(Duration.ofDays(1)).build();

  MastodonClient(SocialHttp http) {
    this.http = http;
  }

  @Override
  public SocialService service() {
    return SocialService.MASTODON;
  }

  @Override
  public boolean isComplete(SocialAccount account) {
    return !account.text(SERVER).isEmpty() && account.has(TOKEN);
  }

  @Override
  public String requirement() {
    return "mastodon_server_url and mastodon_access_token are required";
  }

  @Override
  public Duration repeatableFor(SocialAccount account) {
    return KEY_LIFE;
  }

  private URI server(SocialAccount account) throws SocialException {
    return http.server(account.text(SERVER), "");
  }

  @Override
  public Profile verify(SocialAccount account) throws SocialException {
    URI server = server(account);
    WebRequest request =
        WebRequest.get(URI.create(server + "/api/v1/accounts/verify_credentials"))
            .bearer(account.secret(TOKEN));
    JsonNode profile = object(http.prepare(request, waitSignal()));
    if (!profile.path("acct").isTextual()) {
      throw SocialException.disconnected("this is not a Mastodon server");
    }
    return Profile.of("@" + profile.path("acct").asText() + "@" + server.getHost());
  }

  private static SocialHttp.WaitSignal waitSignal() {
    return WaitSignals.isoTime("X-RateLimit-Reset");
  }

  @Override
  public Posted post(SocialAccount account, SocialCard card, String key) throws SocialException {
    return post(account, card, key, "public");
  }

  private Posted post(SocialAccount account, SocialCard card, String key, String visibility)
      throws SocialException {
    URI server = server(account);
    Map<String, Object> status = status(server, card);
    status.put("visibility", visibility);
    WebRequest request =
        WebRequest.post(URI.create(server + STATUSES))
            .bearer(account.secret(TOKEN))
            .header("Idempotency-Key", key)
            .json(status);
    JsonNode posted = object(http.send(request, waitSignal()));
    return new Posted(SocialHttp.id(posted, "id"), "", posted.path("url").asText());
  }

  private Map<String, Object> status(URI server, SocialCard card) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("status", text(card, limits(server)));
    status.put("language", card.language());
    return status;
  }

  static String text(SocialCard card, Limits limits) {
    String tags =
        card.tags().stream()
            .map(tag -> tag.replaceAll("[^\\p{L}\\p{M}\\p{N}_]", ""))
            .filter(tag -> !tag.isEmpty())
            .limit(TAGS)
            .map(tag -> "#" + tag)
            .collect(Collectors.joining(" "));
    // Six for the lines between four paragraphs.
    int room = limits.characters() - limits.url() - tags.length() - 6;
    String title = SocialText.codePoints(card.title(), room / 2);
    int left = room - title.codePointCount(0, title.length());
    return SocialText.paragraphs(
        title, SocialText.codePoints(card.summary(), left), card.url(), tags);
  }

  private Limits limits(URI server) {
    Limits known = limits.getIfPresent(server);
    if (known != null) {
      return known;
    }
    try {
      JsonNode statuses =
          http.prepare(WebRequest.get(URI.create(server + "/api/v2/instance")), waitSignal())
              .json()
              .path("configuration")
              .path("statuses");
      Limits found =
          new Limits(
              Math.max(100, statuses.path("max_characters").asInt(USUAL.characters())),
              Math.max(1, statuses.path("characters_reserved_per_url").asInt(USUAL.url())));
      limits.put(server, found);
      return found;
    } catch (SocialException e) {
      // A message that fits the usual limits fits nearly everywhere.
      return USUAL;
    }
  }

  /** Only the account itself sees the test. */
  @Override
  public TestResult test(SocialAccount account, SocialCard card) throws SocialException {
    Posted posted = post(account, card, "test " + http.now(), "direct");
    deleteStatus(account, posted.remoteId());
    return TestResult.DELETED;
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
    URI server = server(account);
    WebRequest request =
        WebRequest.of("PUT", URI.create(server + STATUSES + "/" + posted.remoteId()))
            .bearer(account.secret(TOKEN))
            .json(status(server, card));
    object(http.send(request, waitSignal()));
  }

  @Override
  public void delete(SocialAccount account, SocialPost posted) throws SocialException {
    try {
      deleteStatus(account, posted.remoteId());
    } catch (SocialException e) {
      if (e.kind() != SocialException.Kind.GONE) {
        throw e;
      }
    }
  }

  private void deleteStatus(SocialAccount account, String id) throws SocialException {
    WebRequest request =
        WebRequest.of("DELETE", URI.create(server(account) + STATUSES + "/" + id))
            .bearer(account.secret(TOKEN));
    object(http.send(request, waitSignal()));
  }

  private static JsonNode object(WebResponse response) throws SocialException {
    if (response.isSuccess()) {
      return SocialHttp.object(response);
    }
    String words = response.json().path("error").asText("status " + response.status());
    if (response.status() == NOT_FOUND) {
      throw SocialException.gone(words);
    }
    boolean refusedAccount = response.status() == UNAUTHORIZED || response.status() == FORBIDDEN;
    throw refusedAccount ? SocialException.disconnected(words) : SocialException.refused(words);
  }

  /**
   * What a server allows.
   *
   * @param characters of a status
   * @param url what an address counts, however long it is
   */
  record Limits(int characters, int url) {}
}
