package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.JsonText;
import java.io.IOException;
import java.util.Optional;

/**
 * A session with a Bluesky account.
 *
 * @param login what it was made with, so that it is not used for another account
 * @param server the account's own server, without a trailing slash
 * @param did the account's permanent id
 * @param accessToken lives for minutes to hours
 * @param refreshToken can be used once
 */
record BlueskySession(
    String login,
    String server,
    String did,
    String handle,
    String accessToken,
    String refreshToken) {

  /** The session that was kept as this text. */
  static Optional<BlueskySession> read(String kept) {
    try {
      return kept.isEmpty()
          ? Optional.empty()
          : Optional.of(JsonText.reader().readValue(kept, BlueskySession.class));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** As a text to be kept. */
  String write() {
    return JsonText.write(this);
  }

  /** This session after a refresh. */
  BlueskySession refreshed(JsonNode answer) {
    return new BlueskySession(
        login,
        server,
        did,
        answer.path("handle").asText(handle),
        answer.path("accessJwt").asText(),
        answer.path("refreshJwt").asText());
  }

  /** Without its tokens. */
  @Override
  public String toString() {
    return "session of " + handle;
  }
}
