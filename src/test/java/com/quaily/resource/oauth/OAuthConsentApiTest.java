package com.quaily.resource.oauth;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.resource.oauth.OAuthParties.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.service.oauth.OAuthApps.NewApp;
import com.quaily.testing.ApiClient;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.OAuthClient.Tokens;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Giving and revoking consent. */
@ExtendWith(SharedInstance.class)
class OAuthConsentApiTest {

  /** Of the example of RFC 7636, appendix B. */
  private static final String S256 = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final TestInstance instance;
  private final String email;
  private final OAuthParties parties;
  private final ApiClient nobody;
  private final ApiClient person;
  private final OAuthClient underTest;

  OAuthConsentApiTest(TestInstance instance) {
    this.parties = new OAuthParties(instance);
    this.instance = instance;
    this.nobody = parties.nobody;
    this.person = parties.person;
    this.underTest = OAuthClient.commandLine(instance);
    this.email = parties.email;
  }

  @Test
  void aConsentBecomesACodeAndTheCodeBecomesTokens() {
    Reply consent = underTest.authorize(person, "user.full post.write");

    assertEquals(200, consent.status(), consent.body().toString());
    String code = consent.data().get("code").textValue();
    assertEquals(underTest.clientId(), consent.data().get("client_id").textValue());
    assertEquals(underTest.redirectUri(), consent.data().get("redirect_uri").textValue());
    assertEquals("x y", consent.data().get("state").textValue());
    assertEquals(
        underTest.redirectUri() + "?code=" + code + "&state=x+y",
        consent.data().get("url").textValue());

    Tokens tokens = underTest.exchange(code);
    assertEquals(200, tokens.status(), tokens.body().toString());
    assertEquals("Bearer", tokens.body().get("token_type").textValue());
    assertEquals(2_592_000, tokens.body().get("expires_in").asLong());
    Instant expiry = Instant.parse(tokens.body().get("expiry").textValue());
    assertTrue(Duration.between(Instant.now(), expiry).toMinutes() >= 58);
    assertEquals("no-store", tokens.response().headers().firstValue("Cache-Control").orElseThrow());
    assertFalse(tokens.body().has("data"));
    assertEquals(
        email, nobody.as(tokens.access()).get("/users/me").data().get("email").textValue());
  }

  @Test
  void publicApplicationsNeedACodeChallenge() {
    Reply without = underTest.authorize(person, Map.of());
    assertEquals("code_challenge", without.body().get("field").textValue());
    for (String bad : List.of("short", "x".repeat(129), "ü".repeat(43))) {
      Reply reply = underTest.authorize(person, Map.of("code_challenge", bad));
      assertEquals(422, reply.status(), bad);
    }
    Reply method =
        underTest.authorize(
            person, Map.of("code_challenge", S256, "code_challenge_method", "S512"));
    assertEquals("code_challenge_method", method.body().get("field").textValue());
  }

  @Test
  void invalidRequestsAreReportedBeforeConsent() {
    Map<String, String> good =
        Map.of("code_challenge", S256, "code_challenge_method", "S256", "response_type", "code");
    Reply terms = underTest.check(with(good, "scope", "post.write user.full post.write"));
    assertEquals(200, terms.status(), terms.body().toString());
    assertEquals("[\"user.full\",\"post.write\"]", terms.data().get("scopes").toString());
    assertEquals(underTest.redirectUri(), terms.data().get("redirect_uri").textValue());
    assertEquals("x y", terms.data().get("state").textValue());
    assertEquals("[\"user.public\"]", underTest.check(good).data().get("scopes").toString());

    assertWrong(Map.of(), ErrorCode.MISSING_FIELD, "code_challenge");
    assertWrong(with(good, "code_challenge", "short"), ErrorCode.INVALID_FIELD, "code_challenge");
    assertWrong(
        with(good, "code_challenge_method", "S512"),
        ErrorCode.INVALID_FIELD,
        "code_challenge_method");
    assertWrong(with(good, "scope", "user.all"), ErrorCode.SCOPE_INVALID, "scope");
    assertWrong(with(good, "scope", "credit.full"), ErrorCode.SCOPE_INVALID, "scope");
    assertWrong(with(good, "response_type", "token"), ErrorCode.INVALID_FIELD, "response_type");
    assertRefused(
        new OAuthClient(nobody, underTest.clientId(), "https://evil.example/").check(good),
        422,
        ErrorCode.REDIRECT_MISMATCH);
    assertRefused(
        new OAuthClient(nobody, "nothing", OAuthParties.CALLBACK).check(good),
        404,
        ErrorCode.APP_NOT_FOUND);
  }

  /** The page and the consent itself judge alike. */
  private void assertWrong(Map<String, String> ask, ErrorCode code, String field) {
    for (Reply reply : List.of(underTest.check(ask), underTest.authorize(person, ask))) {
      assertRefused(reply, 422, code);
      assertEquals(field, reply.body().get("field").textValue());
    }
  }

  @Test
  void codesGoToTheRegisteredAddressOnly() {
    for (String other :
        List.of(
            underTest.redirectUri() + "/",
            underTest.redirectUri() + "?x=1",
            "https://evil.example/oauth/code",
            "/oauth/code")) {
      OAuthClient astray = new OAuthClient(nobody, underTest.clientId(), other);
      assertRefused(astray.authorize(person, "user.full"), 422, ErrorCode.REDIRECT_MISMATCH);
    }
    String code = underTest.code(person, "user.full");
    Tokens tokens =
        new OAuthClient(nobody, underTest.clientId(), "https://evil.example/").exchange(code);
    assertEquals("invalid_grant", tokens.error());
  }

  @Test
  void theSecondPublicApplicationIsRegisteredToo() {
    OAuthClient obsidian =
        new OAuthClient(
            nobody, "866c9dba-e267-47b8-ad48-2ca9105dd3cd", "http://localhost:63812/oauth/code");

    assertFalse(obsidian.accessToken(person, "user.full post.write").isEmpty());
  }

  @Test
  void anApplicationIsShownWithoutItsSecret() {
    NewApp app = parties.register(true, false);

    Reply reply = nobody.get("/apps/" + app.app().appId());

    assertEquals("Test app", reply.data().get("display_name").textValue());
    assertEquals(OAuthParties.CALLBACK, reply.data().get("redirect_uri").textValue());
    assertFalse(reply.body().toString().contains("secret"));
    assertRefused(nobody.get("/apps/nothing"), 404, ErrorCode.APP_NOT_FOUND);
    assertEquals(
        instance.url() + "/oauth/code",
        nobody.get("/apps/" + underTest.clientId()).data().get("redirect_uri").textValue());
  }

  @Test
  void unknownScopesAreRefusedAndCreditsAreForTrustedApplications() {
    assertRefused(underTest.authorize(person, "user.all"), 422, ErrorCode.SCOPE_INVALID);
    assertRefused(underTest.authorize(person, "credit.full"), 422, ErrorCode.SCOPE_INVALID);
    OAuthClient trusted = parties.client(parties.register(false, true));
    assertEquals(
        "credit.full",
        trusted.exchange(trusted.code(person, "credit.full")).body().get("scope").textValue());
  }

  @Test
  void usersCanRevokeTheirConsent() {
    Tokens tokens = underTest.exchange(underTest.code(person, "user.full"));
    ApiClient other = nobody.login(ApiClient.newEmail());
    String others = underTest.accessToken(other, "user.full");

    assertEquals(200, person.delete("/oauth/apps/" + underTest.clientId()).status());

    assertEquals(401, nobody.as(tokens.access()).get("/users/me").status());
    assertEquals("invalid_grant", underTest.refresh(tokens.refresh()).error());
    assertEquals(200, nobody.as(others).get("/users/me").status());
    assertRefused(person.delete("/oauth/apps/x"), 404, ErrorCode.APP_NOT_FOUND);
  }
}
