package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.Database;
import com.quaily.dao.EphemeralTokenDao;
import com.quaily.dao.OAuthGrantDao;
import com.quaily.dao.OAuthTokenDao;
import com.quaily.dao.PuzzleDao;
import com.quaily.model.ErrorCode;
import com.quaily.service.oauth.OAuthApps.NewApp;
import com.quaily.service.oauth.OAuthApps.Registration;
import com.quaily.testing.ApiClient;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.OAuthClient.Tokens;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class OAuthApiTest {

  private static final String CALLBACK = "https://app.example/callback";

  /** The example of RFC 7636, appendix B. */
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  private static final String S256 = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final TestInstance instance;
  private final ApiClient nobody;
  private final String email = ApiClient.newEmail();
  private final ApiClient person;
  private final OAuthClient underTest;

  OAuthApiTest(TestInstance instance) {
    this.instance = instance;
    this.nobody = new ApiClient(instance);
    this.person = nobody.login(email);
    this.underTest = OAuthClient.commandLine(instance);
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
    assertEquals(3600, tokens.body().get("expires_in").asLong());
    Instant expiry = Instant.parse(tokens.body().get("expiry").textValue());
    assertTrue(Duration.between(Instant.now(), expiry).toMinutes() >= 58);
    assertEquals("no-store", tokens.response().headers().firstValue("Cache-Control").orElseThrow());
    assertFalse(tokens.body().has("data"));
    assertEquals(
        email, nobody.as(tokens.access()).get("/users/me").data().get("email").textValue());
  }

  @Test
  void aHashedCodeChallengeIsMetByItsVerifierOnly() {
    Map<String, String> ask = Map.of("code_challenge", S256, "code_challenge_method", "S256");

    assertEquals("invalid_grant", exchange(ask, S256).error());
    assertEquals("invalid_grant", exchange(ask, "").error());
    assertEquals("invalid_grant", exchange(ask, OAuthClient.VERIFIER).error());
    assertEquals(200, exchange(ask, VERIFIER).status());
  }

  @Test
  void aMethodThatIsNotNamedIsPlain() {
    assertEquals(200, exchange(Map.of("code_challenge", S256), S256).status());
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
  void anApplicationsMistakesAreToldBeforeAnybodyAgrees() {
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
        new OAuthClient(nobody, "nothing", CALLBACK).check(good), 404, ErrorCode.APP_NOT_FOUND);
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
    NewApp app = register(true, false);

    Reply reply = nobody.get("/apps/" + app.app().appId());

    assertEquals("Test app", reply.data().get("display_name").textValue());
    assertEquals(CALLBACK, reply.data().get("redirect_uri").textValue());
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
    OAuthClient trusted = client(register(false, true));
    assertEquals(
        "credit.full",
        trusted.exchange(trusted.code(person, "credit.full")).body().get("scope").textValue());
  }

  @Test
  void nothingAskedForIsTheLeast() {
    Tokens tokens = underTest.exchange(underTest.code(person, ""));

    assertEquals("user.public", tokens.body().get("scope").textValue());
    Reply me = nobody.as(tokens.access()).get("/users/me");
    assertEquals(200, me.status());
    assertFalse(me.data().has("email"));
    assertFalse(me.data().has("user_options"));
  }

  @Test
  void anApplicationDoesOnlyWhatItWasAllowed() {
    ApiClient reading = nobody.as(underTest.accessToken(person, "user.public"));
    assertRefused(reading.put("/users/me", json("name", "x")), 403, ErrorCode.SCOPE_MISSING);
    assertRefused(reading.get("/apikeys"), 403, ErrorCode.SCOPE_MISSING);

    ApiClient whole = nobody.as(underTest.accessToken(person, "user.full post.write apikey.read"));
    assertEquals(200, whole.put("/users/me", json("name", "x")).status());
    assertEquals(200, whole.get("/apikeys").status());
    assertRefused(whole.post("/apikeys", json("name", "x")), 403, ErrorCode.FORBIDDEN);
    assertRefused(whole.get("/auth/sessions"), 403, ErrorCode.FORBIDDEN);
    assertRefused(underTest.authorize(whole, "user.full"), 403, ErrorCode.FORBIDDEN);
    assertRefused(underTest.authorize(nobody, "user.full"), 401, ErrorCode.AUTHENTICATION_REQUIRED);
  }

  @Test
  void aCodeUsedTwiceEndsWhatCameOfIt() {
    String code = underTest.code(person, "user.full");
    Tokens tokens = underTest.exchange(code);

    assertEquals("invalid_grant", underTest.exchange(code).error());

    assertRefused(nobody.as(tokens.access()).get("/users/me"), 401, ErrorCode.BAD_TOKEN);
    assertEquals("invalid_grant", underTest.refresh(tokens.refresh()).error());
  }

  @Test
  void aCodeIsGoodForTenMinutesAndForItsApplicationOnly() throws SQLException {
    OAuthClient other = client(register(false, false));
    String code = underTest.code(person, "user.full");
    assertEquals(
        "invalid_grant",
        new OAuthClient(nobody, other.clientId(), underTest.redirectUri()).exchange(code).error());
    execute(
        "update oauth_code set expires_at = now() - interval '1 second'"
            + " where user_id = (select id from app_user where email = ?)");

    assertEquals("invalid_grant", underTest.exchange(code).error());
  }

  @Test
  void aRefreshTokenGivesNewTokensOnce() {
    Tokens first = underTest.exchange(underTest.code(person, "user.full"));

    Tokens second = underTest.refresh(first.refresh());

    assertEquals(200, second.status());
    assertNotEquals(first.refresh(), second.refresh());
    assertEquals("user.full", second.body().get("scope").textValue());
    assertEquals(200, nobody.as(second.access()).get("/users/me").status());
    assertEquals(200, underTest.refresh(second.refresh()).status());
  }

  @Test
  void aRefreshTokenThatComesAgainEndsTheWholeFamily() {
    Tokens first = underTest.exchange(underTest.code(person, "user.full"));
    Tokens second = underTest.refresh(first.refresh());
    Tokens elsewhere = underTest.exchange(underTest.code(person, "user.full"));

    assertEquals("invalid_grant", underTest.refresh(first.refresh()).error());

    assertEquals("invalid_grant", underTest.refresh(second.refresh()).error());
    assertEquals(401, nobody.as(second.access()).get("/users/me").status());
    assertEquals(401, nobody.as(first.access()).get("/users/me").status());
    assertEquals(200, nobody.as(elsewhere.access()).get("/users/me").status());
  }

  @Test
  void ofManyWhoExchangeOneCodeAtOnceAtMostOneGetsTokens() {
    String code = underTest.code(person, "user.full");
    List<CompletableFuture<Tokens>> tries = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tries.add(CompletableFuture.supplyAsync(() -> underTest.exchange(code)));
    }

    long given = tries.stream().filter(attempt -> attempt.join().status() == 200).count();

    assertEquals(1, given);
  }

  @Test
  void nobodyElseUsesARefreshToken() {
    Tokens tokens = underTest.exchange(underTest.code(person, "user.full"));
    OAuthClient other = client(register(false, false));

    assertEquals("invalid_grant", other.refresh(tokens.refresh()).error());
    assertEquals(200, underTest.refresh(tokens.refresh()).status());
  }

  @Test
  void anApplicationWithASecretHasToShowIt() {
    NewApp app = register(true, false);
    OAuthClient client = client(app);
    Map<String, String> form = Map.of("grant_type", "authorization_code", "redirect_uri", CALLBACK);

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

  private static Map<String, String> with(Map<String, String> form, String... more) {
    Map<String, String> all = new java.util.HashMap<>(form);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  @Test
  void failuresSpeakAsLibrariesExpect() {
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

  @Test
  void anApplicationKnowsPeopleByNamesOfItsOwn() {
    OAuthClient other = client(register(false, false));
    Reply here = nobody.as(underTest.accessToken(person, "user.full")).get("/oauth/userinfo");
    Reply again = nobody.as(underTest.accessToken(person, "user.public")).get("/oauth/userinfo");
    Reply there = nobody.as(other.accessToken(person, "user.public")).get("/oauth/userinfo");

    assertEquals(email, here.body().get("email").textValue());
    assertTrue(here.body().get("email_verified").booleanValue());
    assertEquals(here.body().get("sub"), again.body().get("sub"));
    assertNotEquals(here.body().get("sub"), there.body().get("sub"));
    assertFalse(again.body().has("email"));
    assertFalse(here.body().has("data"));
    ApiClient stranger = nobody.login(ApiClient.newEmail());
    assertNotEquals(
        here.body().get("sub"),
        nobody
            .as(underTest.accessToken(stranger, "user.public"))
            .get("/oauth/userinfo")
            .body()
            .get("sub"));
  }

  @Test
  void onlyApplicationsAskWhomTheyActFor() {
    assertEquals(
        "insufficient_scope", person.get("/oauth/userinfo").body().get("error").textValue());
    Reply reply = nobody.as("qa.unknown").get("/oauth/userinfo");
    assertEquals(401, reply.status());
    assertEquals("invalid_token", reply.body().get("error").textValue());
    assertEquals(
        "Bearer error=\"invalid_token\"",
        reply.response().headers().firstValue("WWW-Authenticate").orElseThrow());
  }

  @Test
  void peopleTakeBackWhatTheyAllowed() {
    Tokens tokens = underTest.exchange(underTest.code(person, "user.full"));
    ApiClient other = nobody.login(ApiClient.newEmail());
    String others = underTest.accessToken(other, "user.full");

    assertEquals(200, person.delete("/oauth/apps/" + underTest.clientId()).status());

    assertEquals(401, nobody.as(tokens.access()).get("/users/me").status());
    assertEquals("invalid_grant", underTest.refresh(tokens.refresh()).error());
    assertEquals(200, nobody.as(others).get("/users/me").status());
    assertRefused(person.delete("/oauth/apps/x"), 404, ErrorCode.APP_NOT_FOUND);
  }

  @Test
  void tokensEndWithTheirTimeAndWithTheAccount() throws SQLException {
    String expired = underTest.accessToken(person, "user.full");
    execute(
        "update oauth_token set access_expires_at = now() - interval '1 second' where grant_id in"
            + " (select g.id from oauth_grant g join app_user u on u.id = g.user_id"
            + " where email = ?)");
    assertRefused(nobody.as(expired).get("/users/me"), 401, ErrorCode.BAD_TOKEN);

    String fresh = underTest.accessToken(person, "user.full");
    assertEquals(200, nobody.as(fresh).get("/users/me").status());
    execute("update app_user set status = 1 where email = ?");
    assertRefused(nobody.as(fresh).get("/users/me"), 401, ErrorCode.BAD_TOKEN);
  }

  @Test
  void whatHasExpiredIsForgottenAndTheRestIsNot() throws SQLException {
    underTest.accessToken(person, "user.full");
    ApiClient other = nobody.login(ApiClient.newEmail());
    Tokens others = underTest.exchange(underTest.code(other, "user.full"));
    execute(
        "update oauth_token set refresh_expires_at = now() - interval '1 second' where grant_id in"
            + " (select g.id from oauth_grant g join app_user u on u.id = g.user_id"
            + " where email = ?)");

    Database database = instance.instance().backend().orElseThrow().database();
    Instant now = Instant.now();
    assertEquals(1, database.dao(OAuthTokenDao.class).deleteExpiredGrants(now));
    database.dao(OAuthTokenDao.class).deleteExpired(now);
    database.dao(OAuthGrantDao.class).deleteExpiredCodes(now);
    database.dao(EphemeralTokenDao.class).deleteExpired(now);
    database.dao(PuzzleDao.class).deleteExpired(now);

    assertEquals(0, database.dao(OAuthTokenDao.class).deleteExpiredGrants(now));
    assertEquals(200, nobody.as(others.access()).get("/users/me").status());
    assertEquals(200, underTest.refresh(others.refresh()).status());
  }

  private NewApp register(boolean confidential, boolean trusted) {
    long owner = person.get("/users/me").data().get("id").asLong();
    return instance
        .instance()
        .backend()
        .orElseThrow()
        .auth()
        .oauthApps()
        .register(new Registration(owner, "test-app", "Test app", CALLBACK, trusted, confidential));
  }

  private OAuthClient client(NewApp app) {
    return new OAuthClient(nobody, app.app().appId().toString(), CALLBACK);
  }

  private static void assertRefused(Reply reply, int status, ErrorCode code) {
    assertEquals(status, reply.status(), reply.body().toString());
    assertEquals(code.number(), reply.code(), reply.body().toString());
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection =
            instance.instance().backend().orElseThrow().database().dataSource().getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, email);
      assertTrue(statement.executeUpdate() > 0);
    }
  }
}
