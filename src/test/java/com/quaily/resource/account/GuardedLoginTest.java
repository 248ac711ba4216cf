package com.quaily.resource.account;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.RemoteStub;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.wiring.process.Role;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance with a proof of work before its emails, and with Google login. */
class GuardedLoginTest {

  private static final int DIFFICULTY = 6;
  private static final String TOKEN = "/token";
  private static final String PROFILE = "/userinfo";

  private static RemoteStub google;
  private static TestInstance instance;

  private final ApiClient underTest = new ApiClient(instance);
  private final String email = ApiClient.newEmail();

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    google = new RemoteStub();
    Map<String, Object> settings = new HashMap<>();
    settings.put("server.trusted-proxies", java.util.List.of("127.0.0.1"));
    settings.put("challenge.provider", "proof-of-work");
    settings.put("challenge.proof-of-work.difficulty", DIFFICULTY);
    settings.put("login.google.client-id", "id.apps.example");
    settings.put("login.google.client-secret", "s&cret");
    settings.put("login.google.token-url", google.uri(TOKEN).toString());
    settings.put("login.google.user-info-url", google.uri(PROFILE).toString());
    instance = TestInstance.start(directory, Role.all(), TestInstance.migratedDatabase(), settings);
    instance.started().get(2, TimeUnit.MINUTES);
  }

  @AfterAll
  static void stop() throws Exception {
    instance.close();
    google.close();
  }

  private JsonNode challenge() {
    return underTest.get("/c").data().get("challenge");
  }

  private static String solve(String puzzle) {
    for (long number = 0; ; number++) {
      String token = puzzle + "." + number;
      if (256 - new BigInteger(1, sha256(token)).bitLength() >= DIFFICULTY) {
        return token;
      }
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private Reply ask(String token) {
    return underTest.post(
        "/auth/code",
        json("email", email, "challenge-action", "request_auth_code", "challenge-token", token));
  }

  @Test
  void everyRequestForTheConfigurationGetsAChallenge() {
    JsonNode first = challenge();

    assertEquals("proof-of-work", first.get("provider").textValue());
    assertEquals(DIFFICULTY, first.get("difficulty").asInt());
    assertNotEquals(first.get("puzzle"), challenge().get("puzzle"));
    assertTrue(underTest.get("/c").data().at("/features/google_login").booleanValue());
  }

  @Test
  void aSolvedChallengeWorksOnce() {
    String solution = solve(challenge().get("puzzle").textValue());

    assertEquals(200, ask(solution).status());
    assertRefused(ask(solution), 422, ErrorCode.CHALLENGE_FAILED);
    assertEquals(200, ask(solve(challenge().get("puzzle").textValue())).status());
  }

  @Test
  void aChallengeCanBeUsedOnceWithAnySolution() {
    String puzzle = challenge().get("puzzle").textValue();
    String first = solve(puzzle);
    ask(first);
    long number = Long.parseLong(first.substring(first.lastIndexOf('.') + 1));
    String second;
    do {
      number++;
      second = puzzle + "." + number;
    } while (256 - new BigInteger(1, sha256(second)).bitLength() < DIFFICULTY);

    assertRefused(ask(second), 422, ErrorCode.CHALLENGE_FAILED);
  }

  @Test
  void unsolvedAndForeignChallengesAreRejected() {
    String puzzle = challenge().get("puzzle").textValue();
    String[] parts = puzzle.split("\\.");
    String later = (Long.parseLong(parts[0]) + 1) + "." + parts[1] + "." + parts[2];
    String zeros = "0".repeat(32);
    for (String token :
        Arrays.asList(
            null,
            "",
            "x",
            puzzle,
            puzzle + ".x",
            solve(later),
            solve("1." + parts[1] + "." + parts[2]),
            solve("99999999999." + zeros + "." + "A".repeat(43)))) {
      assertRefused(ask(token), 422, ErrorCode.CHALLENGE_FAILED);
    }
  }

  @Test
  void subscribingRequiresAChallengeToo() {
    Author author = Author.of(instance);
    String path = "/subscriptions/" + author.slug();

    assertRefused(underTest.post(path, json("email", email)), 422, ErrorCode.CHALLENGE_FAILED);
    String solution = solve(challenge().get("puzzle").textValue());
    assertEquals(
        200, underTest.post(path, json("email", email, "challenge-token", solution)).status());
  }

  @Test
  void aFormWithoutAScriptHasAStricterLimit() {
    String path = "/api/subscriptions/" + Author.of(instance).slug();
    for (int i = 0; i < 5; i++) {
      assertEquals(200, underTest.form(path, "email=" + ApiClient.newEmail()).statusCode());
    }

    assertEquals(429, underTest.form(path, "email=" + email).statusCode());
    assertThrows(AssertionError.class, () -> underTest.mailTo(email));
    assertEquals(422, underTest.form(path, "email=" + email + "&challenge-token=x").statusCode());
    String solution = solve(challenge().get("puzzle").textValue());
    assertEquals(
        200, underTest.form(path, "email=" + email + "&challenge-token=" + solution).statusCode());
    assertEquals(email, underTest.mailTo(email).get("to").textValue());
  }

  @Test
  void loginWithGoogleFollowsItsProtocol() {
    String url = url("st&te");
    Map<String, String> query = query(url);
    assertTrue(url.startsWith("https://accounts.google.com/o/oauth2/v2/auth?"), url);
    assertEquals("id.apps.example", query.get("client_id"));
    assertEquals(instance.url() + "/login/google", query.get("redirect_uri"));
    assertEquals("code", query.get("response_type"));
    assertEquals("openid email profile", query.get("scope"));
    assertEquals("st&te", query.get("state"));
    google.answer(TOKEN, 200, "{\"access_token\": \"ya29.x\", \"expires_in\": 3599}");
    google.answer(PROFILE, 200, profile(email.toUpperCase(java.util.Locale.ROOT), true));

    Reply reply = login("4/code", "st&te");

    assertEquals(200, reply.status(), reply.body().toString());
    assertEquals("Bearer ya29.x", google.last().authorization());
    JsonNode user = reply.data().get("user");
    assertEquals(email, user.get("email").textValue());
    assertEquals("Ada 女", user.get("name").textValue());
    String token = reply.data().get("access_token").textValue();
    assertEquals(user.get("id"), underTest.as(token).get("/users/me").data().get("id"));
  }

  @Test
  void aCodeIsBoundToItsState() {
    String challenge = query(url("mine")).get("code_challenge");
    google.answer(TOKEN, 400, "{\"error\": \"invalid_grant\"}");

    assertRefused(login("4/code", "mine"), 400, ErrorCode.WRONG_CODE);

    Map<String, String> form = google.last().form();
    assertEquals("4/code", form.get("code"));
    assertEquals("s&cret", form.get("client_secret"));
    assertEquals("authorization_code", form.get("grant_type"));
    assertEquals(
        challenge,
        Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(form.get("code_verifier"))));
    login("4/code", "another");
    assertNotEquals(form.get("code_verifier"), google.last().form().get("code_verifier"));
  }

  @Test
  void anAddressThatGoogleDidNotVerifyIsRejected() {
    google.answer(TOKEN, 200, "{\"access_token\": \"ya29.x\"}");
    google.answer(PROFILE, 200, profile(email, false));

    assertRefused(login("c", "s"), 403, ErrorCode.ADDRESS_UNVERIFIED);
  }

  @Test
  void aMisbehavingProviderLogsNoOneIn() {
    for (String body : new String[] {"", "{}", "<html>", "{\"access_token\": \"a\\r\\nb\"}"}) {
      google.answer(TOKEN, 200, body);
      assertRefused(login("c", "s"), 503, ErrorCode.LOGIN_PROVIDER_UNAVAILABLE);
    }
    google.answer(TOKEN, 500, "{\"access_token\": \"ya29.x\"}");
    assertRefused(login("c", "s"), 503, ErrorCode.LOGIN_PROVIDER_UNAVAILABLE);
    google.answer(TOKEN, 200, "{\"access_token\": \"ya29.x\"}");
    google.answer(PROFILE, 401, profile(email, true));
    assertRefused(login("c", "s"), 503, ErrorCode.LOGIN_PROVIDER_UNAVAILABLE);
    google.answer(PROFILE, 200, "{\"email_verified\": true}");
    assertRefused(login("c", "s"), 503, ErrorCode.LOGIN_PROVIDER_UNAVAILABLE);
  }

  @Test
  void stateAndCodeAreNeeded() {
    assertEquals("state", underTest.post("/auth/google/url", null).body().get("field").textValue());
    assertEquals("state", login("c", "").body().get("field").textValue());
    assertEquals("code", login(null, "s").body().get("field").textValue());
  }

  private String url(String state) {
    String query = "?state=" + java.net.URLEncoder.encode(state, StandardCharsets.UTF_8);
    return underTest.post("/auth/google/url" + query, null).data().get("url").textValue();
  }

  private Reply login(String code, String state) {
    return underTest.post(
        "/auth/login", json("method", "google_oauth", "code", code, "state", state, "lang", "en"));
  }

  private static String profile(String email, boolean verified) {
    return "{\"sub\": \"11\", \"name\": \"Ada 女\", \"email\": \"%s\", \"email_verified\": %s}"
        .formatted(email, verified);
  }

  private static Map<String, String> query(String url) {
    Map<String, String> query = new HashMap<>();
    for (String pair : url.substring(url.indexOf('?') + 1).split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
