package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.delivery.social.SocialSettings.OAuthClient;
import com.quaily.service.http.RemoteJson;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * OAuth 2 with Slack. The writer chooses the Slack channel on the page where Slack asks for
 * consent.
 */
final class SlackAuthorization implements OAuthEndpoint {

  private static final String SCOPE = "chat:write,chat:write.public,incoming-webhook";

  private final SocialHttp http;
  private final URI base;
  private final OAuthClient client;
  private final String redirectUri;

  SlackAuthorization(SocialHttp http, URI base, OAuthClient client, String redirectUri) {
    this.http = http;
    this.base = base;
    this.client = client;
    this.redirectUri = redirectUri;
  }

  @Override
  public SocialService service() {
    return SocialService.SLACK;
  }

  /** Slack's confidential clients have no code challenge; the signed state binds the code. */
  @Override
  public String authorizationUrl(String state, String challenge) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("client_id", client.clientId());
    query.put("scope", SCOPE);
    query.put("redirect_uri", redirectUri);
    query.put("state", state);
    return client.authorizationUrl() + "?" + RemoteJson.encode(query);
  }

  @Override
  public OAuthGrant exchange(String code, String verifier) throws SocialException {
    return grant(Map.of("code", code, "redirect_uri", redirectUri));
  }

  @Override
  public OAuthGrant refresh(String refreshToken) throws SocialException {
    return grant(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private OAuthGrant grant(Map<String, String> fields) throws SocialException {
    Map<String, String> form = new LinkedHashMap<>(fields);
    form.put("client_id", client.clientId());
    form.put("client_secret", client.clientSecret());
    WebResponse response =
        http.prepare(
            WebRequest.post(URI.create(base + "/oauth.v2.access")).form(form),
            WaitSignals.retryAfter());
    JsonNode body = response.json();
    String token = body.path("access_token").asText();
    if (!body.path("ok").asBoolean() || token.isEmpty()) {
      throw SocialException.disconnected(body.path("error").asText("status " + response.status()));
    }
    Optional<Integer> seconds =
        body.path("expires_in").isNumber()
            ? Optional.of(body.path("expires_in").intValue())
            : Optional.empty();
    return new OAuthGrant(
        token,
        body.path("refresh_token").asText(),
        seconds.map(http.now()::plusSeconds),
        settings(body));
  }

  private static Map<String, Object> settings(JsonNode body) {
    Map<String, Object> settings = new HashMap<>();
    JsonNode team = body.path("team");
    settings.put("slack_token_id", team.path("id").asText());
    settings.put(
        "slack_profile",
        Map.of("id", team.path("id").asText(), "name", team.path("name").asText()));
    JsonNode place = body.path("incoming_webhook");
    if (place.path("channel_id").isTextual()) {
      settings.put(SlackClient.CHANNEL, place.path("channel_id").asText());
      settings.put("slack_channel_name", place.path("channel").asText());
    }
    return settings;
  }
}
