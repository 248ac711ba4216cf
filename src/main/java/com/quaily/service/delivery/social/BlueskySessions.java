package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions with Bluesky. They are kept, because an account may begin 30 in five minutes and 300 a
 * day.
 */
final class BlueskySessions {

  static final String SESSION = "bluesky_session";
  static final String USER = "bluesky_username";
  static final String PASSWORD = "bluesky_password";
  private static final String SERVER = "bluesky_service_url";
  private static final String USUAL_SERVER = "https://bsky.social";

  private final SocialHttp http;
  private final SocialAccounts accounts;
  private final TokenLock lock;

  BlueskySessions(SocialHttp http, SocialAccounts accounts, TokenLock lock) {
    this.http = http;
    this.accounts = accounts;
    this.lock = lock;
  }

  static SocialHttp.WaitSignal waitSignal() {
    return WaitSignals.epoch("RateLimit-Reset");
  }

  /** The kept session, or a new one. */
  BlueskySession current(SocialAccount account) throws SocialException {
    Optional<BlueskySession> kept = kept(account);
    return kept.isPresent()
        ? kept.get()
        : lock.whileHeld(
            account.channelId(),
            () -> {
              Optional<BlueskySession> meanwhile = kept(accounts.load(account.channelId()));
              return meanwhile.isPresent() ? meanwhile.get() : keep(account, begin(account));
            });
  }

  /** Another session, because this one has expired. */
  BlueskySession renewed(SocialAccount account, BlueskySession expired) throws SocialException {
    return lock.whileHeld(
        account.channelId(),
        () -> {
          Optional<BlueskySession> meanwhile = kept(accounts.load(account.channelId()));
          if (meanwhile.isPresent() && !meanwhile.get().equals(expired)) {
            return meanwhile.get();
          }
          Optional<BlueskySession> refreshed = refresh(expired);
          return keep(account, refreshed.isPresent() ? refreshed.get() : begin(account));
        });
  }

  private BlueskySession keep(SocialAccount account, BlueskySession session) {
    accounts.save(account.channelId(), Map.of(), Map.of(SESSION, session.write()));
    return session;
  }

  private static Optional<BlueskySession> kept(SocialAccount account) {
    return BlueskySession.read(account.secret(SESSION))
        .filter(session -> session.login().equals(login(account)));
  }

  private static String login(SocialAccount account) {
    return account.text(USER) + " " + account.text(SERVER);
  }

  /** A new session, which is not kept. */
  BlueskySession begin(SocialAccount account) throws SocialException {
    URI server = http.server(account.text(SERVER), USUAL_SERVER);
    WebRequest request =
        WebRequest.post(URI.create(server + "/xrpc/com.atproto.server.createSession"))
            .json(Map.of("identifier", account.text(USER), "password", account.secret(PASSWORD)));
    WebResponse response = http.prepare(request, waitSignal());
    JsonNode body = response.json();
    if (!response.isSuccess() || !body.path("accessJwt").isTextual()) {
      throw SocialException.disconnected(
          body.path("message").asText("this is not a Bluesky server"));
    }
    return new BlueskySession(
        login(account),
        ownServer(body).orElse(server.toString()),
        body.path("did").asText(),
        body.path("handle").asText(),
        body.path("accessJwt").asText(),
        body.path("refreshJwt").asText());
  }

  /** The account's own server, which its document names. */
  private Optional<String> ownServer(JsonNode session) throws SocialException {
    for (JsonNode service : session.path("didDoc").path("service")) {
      if (service.path("type").asText().equals("AtprotoPersonalDataServer")) {
        return Optional.of(http.server(service.path("serviceEndpoint").asText(), "").toString());
      }
    }
    return Optional.empty();
  }

  private Optional<BlueskySession> refresh(BlueskySession expired) throws SocialException {
    WebRequest request =
        WebRequest.post(URI.create(expired.server() + "/xrpc/com.atproto.server.refreshSession"))
            .bearer(expired.refreshToken());
    WebResponse response = http.prepare(request, waitSignal());
    return response.isSuccess() && response.json().path("accessJwt").isTextual()
        ? Optional.of(expired.refreshed(response.json()))
        : Optional.empty();
  }
}
