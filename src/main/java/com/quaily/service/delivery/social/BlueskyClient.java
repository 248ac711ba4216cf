package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.delivery.SocialPost;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Bluesky: records of the AT protocol, under keys that are chosen here. */
final class BlueskyClient implements SocialClient {

  private static final String COLLECTION = "app.bsky.feed.post";

  /** A post's text: graphemes, and bytes in UTF-8. */
  private static final int GRAPHEMES = 300;

  private static final int BYTES = 3000;
  private static final int CARD_TITLE = 300;
  private static final int CARD_TEXT = 600;
  private static final int TAGS = 8;
  private static final int TAG_GRAPHEMES = 64;
  private static final int TAG_BYTES = 640;

  private static final String KEY_DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
  private static final int KEY_LENGTH = 13;
  private static final int CLOCKS = 1024;

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;

  private final SocialHttp http;
  private final BlueskySessions sessions;
  private final SocialPictures pictures;

  BlueskyClient(SocialHttp http, BlueskySessions sessions, SocialPictures pictures) {
    this.http = http;
    this.sessions = sessions;
    this.pictures = pictures;
  }

  @Override
  public SocialService service() {
    return SocialService.BLUESKY;
  }

  @Override
  public boolean isComplete(SocialAccount account) {
    return !account.text(BlueskySessions.USER).isEmpty() && account.has(BlueskySessions.PASSWORD);
  }

  @Override
  public String requirement() {
    return "bluesky_username and bluesky_password are required";
  }

  /** A second record under the same key replaces the first. */
  @Override
  public Duration repeatableFor(SocialAccount account) {
    return Duration.ofDays(30);
  }

  /** A timestamp identifier: microseconds and the number of a clock. */
  @Override
  public String newKey(long taskId, Instant now) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
    long value = micros * CLOCKS + ThreadLocalRandom.current().nextInt(CLOCKS);
    char[] key = new char[KEY_LENGTH];
    for (int i = KEY_LENGTH - 1; i >= 0; i--) {
      key[i] = KEY_DIGITS.charAt((int) (value & 31));
      value >>>= 5;
    }
    return new String(key);
  }

  @Override
  public Profile verify(SocialAccount account) throws SocialException {
    BlueskySession session = sessions.begin(account);
    return new Profile(
        "@" + session.handle(),
        Map.of("bluesky_profile_url", "https://bsky.app/profile/" + session.handle()));
  }

  @Override
  public Posted post(SocialAccount account, SocialCard card, String key) throws SocialException {
    Optional<JsonNode> thumbnail = thumbnail(account, card.imageUrl());
    Map<String, Object> body = new LinkedHashMap<>(place(key));
    body.put("record", record(card, thumbnail, http.now()));
    BlueskySession session = write(account, "putRecord", body);
    return new Posted(
        key, session.did(), "https://bsky.app/profile/" + session.handle() + "/post/" + key);
  }

  private static Map<String, Object> place(String key) {
    return Map.of("collection", COLLECTION, "rkey", key);
  }

  static Map<String, Object> record(SocialCard card, Optional<JsonNode> thumbnail, Instant now) {
    Map<String, Object> external = new LinkedHashMap<>();
    external.put("uri", card.url());
    external.put("title", SocialText.units(card.title(), CARD_TITLE));
    // Required, even if it is empty.
    external.put("description", SocialText.units(card.summary(), CARD_TEXT));
    thumbnail.ifPresent(blob -> external.put("thumb", blob));
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("$type", COLLECTION);
    record.put(
        "text",
        SocialText.graphemes(
            SocialText.paragraphs(card.title(), card.summary()), GRAPHEMES, BYTES));
    record.put("createdAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
    record.put("langs", List.of(card.lang()));
    record.put(
        "tags",
        card.tags().stream()
            .filter(tag -> SocialText.graphemes(tag, TAG_GRAPHEMES, TAG_BYTES).equals(tag))
            .limit(TAGS)
            .toList());
    record.put("embed", Map.of("$type", "app.bsky.embed.external", "external", external));
    return record;
  }

  /** Bluesky fetches no pictures; a message without one is better than none. */
  private Optional<JsonNode> thumbnail(SocialAccount account, String url) {
    Optional<SocialPictures.Picture> picture = pictures.load(url);
    if (picture.isEmpty()) {
      return Optional.empty();
    }
    try {
      WebResponse response =
          call(
              account,
              session ->
                  WebRequest.post(method(session, "com.atproto.repo.uploadBlob"))
                      .body(picture.get().contentType(), picture.get().content()),
              true);
      JsonNode blob = response.json().path("blob");
      return blob.isObject() ? Optional.of(blob) : Optional.empty();
    } catch (SocialException e) {
      return Optional.empty();
    }
  }

  @Override
  public TestResult test(SocialAccount account, SocialCard card) throws SocialException {
    String key = newKey(0, http.now());
    post(account, card, key);
    write(account, "deleteRecord", place(key));
    return TestResult.DELETED;
  }

  @Override
  public boolean isDeletable(SocialAccount account, SocialPost posted) {
    return true;
  }

  /** Succeeds also when it is gone already. */
  @Override
  public void delete(SocialAccount account, SocialPost posted) throws SocialException {
    write(account, "deleteRecord", place(posted.remoteId()));
  }

  /** Changes a record of the account; returns the session that was used. */
  private BlueskySession write(SocialAccount account, String method, Map<String, Object> body)
      throws SocialException {
    BlueskySession[] used = new BlueskySession[1];
    WebResponse response =
        call(
            account,
            session -> {
              used[0] = session;
              Map<String, Object> whole = new LinkedHashMap<>(body);
              whole.put("repo", session.did());
              return WebRequest.post(method(session, "com.atproto.repo." + method)).json(whole);
            },
            false);
    SocialHttp.object(response);
    return used[0];
  }

  private static URI method(BlueskySession session, String name) {
    return URI.create(session.server() + "/xrpc/" + name);
  }

  /** Calls with the kept session; once more with another one if that has expired. */
  private WebResponse call(SocialAccount account, Call call, boolean harmless)
      throws SocialException {
    BlueskySession session = sessions.current(account);
    WebResponse response = send(call, session, harmless);
    if (isExpired(response)) {
      response = send(call, sessions.renewed(account, session), harmless);
    }
    if (response.isSuccess()) {
      return response;
    }
    String words = response.json().path("message").asText(response.json().path("error").asText());
    throw response.status() == BAD_REQUEST
        ? SocialException.refused(words)
        : SocialException.disconnected(words);
  }

  private WebResponse send(Call call, BlueskySession session, boolean harmless)
      throws SocialException {
    WebRequest request = call.with(session).bearer(session.accessToken());
    return harmless
        ? http.prepare(request, BlueskySessions.waitSignal())
        : http.send(request, BlueskySessions.waitSignal());
  }

  private static boolean isExpired(WebResponse response) {
    return response.status() == UNAUTHORIZED
        || (response.status() == BAD_REQUEST
            && response.json().path("error").asText().equals("ExpiredToken"));
  }

  /** A request for the account of a session. */
  private interface Call {
    WebRequest with(BlueskySession session);
  }
}
