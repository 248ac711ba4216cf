package com.quaily.service.delivery.social;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.delivery.SocialService;
import com.quaily.service.delivery.social.SocialSettings.OAuthClient;
import com.quaily.service.http.RemoteJson;
import com.quaily.service.http.WebRequest;
import com.quaily.service.http.WebResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** OAuth 2 with X: a confidential client with a code challenge. */
final class XAuthorization implements OAuthEndpoint {

  private static final String SCOPE = "tweet.read tweet.write users.read offline.access";

  private final SocialHttp http;
  private final URI base;
  private final OAuthClient client;
  private final String redirectUri;

  XAuthorization(SocialHttp http, URI base, OAuthClient client, String redirectUri) {
    this.http = http;
    this.base = base;
    this.client = client;
    this.redirectUri = redirectUri;
  }

  @Override
  public SocialService service() {
    return SocialService.TWITTER;
  }

  @Override
  public String authorizationUrl(String state, String challenge) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", client.clientId());
    query.put("redirect_uri", redirectUri);
    query.put("scope", SCOPE);
    query.put("state", state);
    query.put("code_challenge", challenge);
    query.put("code_challenge_method", "S256");
    return client.authorizationUrl() + "?" + RemoteJson.encode(query);
  }

  @Override
  public OAuthGrant exchange(String code, String verifier) throws SocialException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri);
    form.put("code_verifier", verifier);
    return grant(form);
  }

  @Override
  public OAuthGrant refresh(String refreshToken) throws SocialException {
    return grant(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  private OAuthGrant grant(Map<String, String> form) throws SocialException {
    String pair = client.clientId() + ":" + client.clientSecret();
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    WebResponse response =
        http.prepare(
            WebRequest.post(URI.create(base + "/2/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .form(form),
            WaitSignals.epoch("x-rate-limit-reset"));
    JsonNode body = response.json();
    String token = body.path("access_token").asText();
    if (!response.isSuccess() || token.isEmpty()) {
      throw SocialException.disconnected(
          body.path("error_description").asText("status " + response.status()));
    }
    Optional<Integer> seconds =
        body.path("expires_in").isNumber()
            ? Optional.of(body.path("expires_in").intValue())
            : Optional.empty();
    return new OAuthGrant(
        token, body.path("refresh_token").asText(), seconds.map(http.now()::plusSeconds), Map.of());
  }
}
