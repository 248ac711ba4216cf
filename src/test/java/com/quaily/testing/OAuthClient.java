package com.quaily.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.Sha256;
import com.quaily.testing.TestInstance.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An application that asks people for what it may do.
 *
 * @param http carries the application's own requests
 * @param clientId its id
 * @param redirectUri as it was registered
 */
public record OAuthClient(ApiClient http, String clientId, String redirectUri) {

  /** As long as a verifier must be. */
  public static final String VERIFIER = "verifier-verifier-verifier-verifier-verifier";

  /** The challenge that belongs to it. */
  public static final String CHALLENGE =
      Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.of(VERIFIER));

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The command line's own, which comes with the program. */
  public static OAuthClient commandLine(TestInstance instance) {
    return new OAuthClient(
        new ApiClient(instance),
        "e9139b6e-298a-43e4-91f0-fc97960e281a",
        instance.url() + "/oauth/code");
  }

  /** Requests consent, which the user gives, with a code challenge. */
  public Reply authorize(ApiClient person, String scope) {
    return authorize(
        person,
        Map.of("scope", scope, "code_challenge", CHALLENGE, "code_challenge_method", "S256"));
  }

  /** Requests consent, which the user gives. */
  public Reply authorize(ApiClient person, Map<String, String> more) {
    return person.get("/oauth/authorize?json=true&" + query(more));
  }

  /** Has its request judged, as the page does before anybody is asked. */
  public Reply check(Map<String, String> more) {
    return http.get("/oauth/request?" + query(more));
  }

  private String query(Map<String, String> more) {
    return "state=x%20y&"
        + encode(Map.of("client_id", clientId, "redirect_uri", redirectUri))
        + "&"
        + encode(more);
  }

  /** The code from a user's consent. */
  public String code(ApiClient person, String scope) {
    Reply reply = authorize(person, scope);
    if (reply.status() != 200) {
      throw new AssertionError("no consent: " + reply.body());
    }
    return reply.data().get("code").textValue();
  }

  /** Exchanges a code. */
  public Tokens exchange(String code) {
    return token(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            clientId,
            "code",
            code,
            "redirect_uri",
            redirectUri,
            "code_verifier",
            VERIFIER));
  }

  /** Exchanges a refresh token. */
  public Tokens refresh(String refreshToken) {
    return token(
        Map.of(
            "grant_type", "refresh_token", "client_id", clientId, "refresh_token", refreshToken));
  }

  /** Sends any form for tokens. */
  public Tokens token(Map<String, String> form) {
    HttpResponse<String> response = http.form("/api/oauth/token", encode(form));
    try {
      return new Tokens(response.statusCode(), JSON.readTree(response.body()), response);
    } catch (IOException e) {
      throw new UncheckedIOException(response.body(), e);
    }
  }

  /** A user's access token with this scope. */
  public String accessToken(ApiClient person, String scope) {
    return exchange(code(person, scope)).access();
  }

  private static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  /** What came back for a code or a refresh token. */
  public record Tokens(int status, JsonNode body, HttpResponse<String> response) {

    public String access() {
      return body.path("access_token").asText();
    }

    public String refresh() {
      return body.path("refresh_token").asText();
    }

    public String error() {
      return body.path("error").asText();
    }
  }
}
