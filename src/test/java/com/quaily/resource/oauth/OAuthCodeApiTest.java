package com.quaily.resource.oauth;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.resource.oauth.OAuthParties.with;
import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.service.oauth.OAuthApps.NewApp;
import com.quaily.testing.ApiClient;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.OAuthClient.Tokens;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Exchanging a code for tokens. */
@ExtendWith(SharedInstance.class)
class OAuthCodeApiTest {

  /** The example of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String S256 = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final StoredData data;
  private final String email;
  private final OAuthParties parties;
  private final ApiClient nobody;
  private final ApiClient person;
  private final OAuthClient underTest;

  OAuthCodeApiTest(TestInstance instance) {
    this.parties = new OAuthParties(instance);
    this.nobody = parties.nobody;
    this.person = parties.person;
    this.underTest = OAuthClient.commandLine(instance);
    this.data = new StoredData(instance);
    this.email = parties.email;
  }

  @Test
  void anS256CodeChallengeAcceptsOnlyItsVerifier() {
    Map<String, String> ask = Map.of("code_challenge", S256, "code_challenge_method", "S256");

    assertEquals("invalid_grant", exchange(ask, S256).error());
    assertEquals("invalid_grant", exchange(ask, "").error());
    assertEquals("invalid_grant", exchange(ask, OAuthClient.VERIFIER).error());
    assertEquals(200, exchange(ask, VERIFIER).status());
  }

  @Test
  void publicClientsMustNameTheMethodThatHashes() {
    for (Map<String, String> ask :
        List.of(
            Map.of("code_challenge", S256),
            Map.of("code_challenge", S256, "code_challenge_method", "plain"))) {
      Reply refused = underTest.authorize(person, ask);
      assertEquals(422, refused.status());
      assertEquals("code_challenge_method", refused.body().get("field").textValue());
    }
  }

  private Tokens exchange(Map<String, String> ask, String verifier) {
    String code = underTest.authorize(person, ask).data().get("code").textValue();
    return underTest.token(
        Map.of(
            "grant_type",
            "authorization_code",
            "client_id",
            underTest.clientId(),
            "code",
            code,
            "code_verifier",
            verifier));
  }

  @Test
  void usingACodeTwiceRevokesItsTokens() {
    String code = underTest.code(person, "user.full");
    Tokens tokens = underTest.exchange(code);

    assertEquals("invalid_grant", underTest.exchange(code).error());

    assertRefused(nobody.as(tokens.access()).get("/users/me"), 401, ErrorCode.BAD_TOKEN);
    assertEquals("invalid_grant", underTest.refresh(tokens.refresh()).error());
  }

  @Test
  void aCodeIsValidForTenMinutesAndForItsApplicationOnly() {
    OAuthClient other = parties.anotherApplication();
    String code = underTest.code(person, "user.full");
    assertEquals(
        "invalid_grant",
        new OAuthClient(nobody, other.clientId(), underTest.redirectUri()).exchange(code).error());
    data.execute(
        "update oauth_code set expires_at = now() - interval '1 second'"
            + " where user_id = (select id from app_user where email = ?)",
        email);

    assertEquals("invalid_grant", underTest.exchange(code).error());
  }

  @Test
  void onlyOneConcurrentExchangeOfACodeSucceeds() {
    String code = underTest.code(person, "user.full");
    List<CompletableFuture<Tokens>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.add(CompletableFuture.supplyAsync(() -> underTest.exchange(code)));
    }

    long given = tries.stream().filter(attempt -> attempt.join().status() == 200).count();

    assertEquals(1, given);
  }

  @Test
  void aConfidentialApplicationMustAuthenticate() {
    NewApp app = parties.register(true, false);
    OAuthClient client = parties.client(app);
    Map<String, String> form =
        Map.of("grant_type", "authorization_code", "redirect_uri", OAuthParties.CALLBACK);

    Tokens without =
        client.token(with(form, "code", codeOf(client), "client_id", client.clientId()));
    assertEquals(401, without.status());
    assertEquals("invalid_client", without.error());
    assertEquals(
        "Basic", without.response().headers().firstValue("WWW-Authenticate").orElseThrow());
    Tokens inForm =
        client.token(
            with(
                form,
                "code",
                codeOf(client),
                "client_id",
                client.clientId(),
                "client_secret",
                app.secret()));
    assertEquals(200, inForm.status(), inForm.body().toString());
    assertEquals(
        200, basic(client, app.secret()).token(with(form, "code", codeOf(client))).status());
    assertEquals(
        "invalid_client", basic(client, "wrong").token(with(form, "code", codeOf(client))).error());
  }

  private String codeOf(OAuthClient client) {
    return client.authorize(person, Map.of("scope", "user.public")).data().get("code").textValue();
  }

  private static OAuthClient basic(OAuthClient client, String secret) {
    String pair = client.clientId() + ":" + secret;
    String encoded = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return new OAuthClient(
        client.http().with("Authorization", "Basic " + encoded),
        client.clientId(),
        client.redirectUri());
  }

  @Test
  void errorsHaveTheFormatThatLibrariesExpect() {
    assertEquals("invalid_client", underTest.token(Map.of("grant_type", "x")).error());
    Tokens type =
        underTest.token(Map.of("grant_type", "password", "client_id", underTest.clientId()));
    assertEquals("unsupported_grant_type", type.error());
    assertEquals(400, type.status());
    assertFalse(type.body().get("error_description").textValue().isEmpty());
    assertFalse(type.body().has("code"));
    assertEquals(
        "invalid_client",
        new OAuthClient(nobody.with("Authorization", "Basic %%%"), "x", "y")
            .token(Map.of("grant_type", "x"))
            .error());
    Reply asJson = nobody.post("/oauth/token", json("grant_type", "x"));
    assertEquals(415, asJson.status());
  }
}
