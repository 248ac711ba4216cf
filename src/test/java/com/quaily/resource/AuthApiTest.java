package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.quaily.model.ErrorCode;
import com.quaily.service.Secrets;
import com.quaily.testing.ApiClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class AuthApiTest {

  private final TestInstance instance;
  private final ApiClient underTest;
  private final String email = ApiClient.newEmail();

  AuthApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = new ApiClient(instance);
  }

  private Reply login(String address, String code) {
    return underTest.post(
        "/auth/login", json("method", "email_code", "email", address, "code", code, "lang", "ja"));
  }

  @Test
  void aMailedCodeLogsIn() {
    Reply reply = login(email, underTest.codeFor(email, "login"));

    assertEquals(200, reply.status());
    assertEquals(email, reply.data().get("user").get("email").textValue());
    String token = reply.data().get("access_token").textValue();
    Reply me = underTest.as(token).get("/users/me");
    assertEquals(reply.data().get("user").get("id"), me.data().get("id"));
    assertEquals("ja", me.data().at("/user_options/language").textValue());
  }

  @Test
  void theSecondLoginIsTheSameUser() {
    Reply first = login(email, underTest.codeFor(email, "login"));
    String shouted = email.toUpperCase(java.util.Locale.ROOT);
    Reply second = login(" " + shouted + " ", underTest.codeFor(email, "login"));

    assertEquals(first.data().at("/user/id"), second.data().at("/user/id"));
    assertNotEquals(first.data().get("access_token"), second.data().get("access_token"));
  }

  @Test
  void aCodeWorksOnce() {
    String code = underTest.codeFor(email, "login");
    login(email, code);

    assertRefused(login(email, code), 400, ErrorCode.WRONG_CODE);
  }

  @Test
  void aWrongCodeIsRefusedAndTheRightOneStillWorks() {
    String code = underTest.codeFor(email, "login");

    assertRefused(login(email, other(code)), 400, ErrorCode.WRONG_CODE);
    assertRefused(login(email, null), 400, ErrorCode.WRONG_CODE);
    assertEquals(200, login(email, code).status());
  }

  @Test
  void afterFiveWrongTriesTheRightCodeIsWorthless() {
    String code = underTest.codeFor(email, "login");
    for (int i = 0; i < 5; i++) {
      login(email, other(code));
    }

    Reply reply = login(email, code);

    assertRefused(reply, 429, ErrorCode.TOO_MANY_ATTEMPTS);
    assertTrue(retryAfter(reply) > 0);
  }

  @Test
  void anExpiredCodeIsRefused() throws SQLException {
    String code = underTest.codeFor(email, "login");
    execute("update login_code set expires_at = now() - interval '1 second' where email = ?");

    assertRefused(login(email, code), 400, ErrorCode.WRONG_CODE);
  }

  @Test
  void anExpiredSessionIsRefused() throws SQLException {
    ApiClient loggedIn = underTest.login(email);
    execute(
        "update session set expires_at = now() - interval '1 second'"
            + " where user_id = (select id from app_user where email = ?)");

    assertRefused(loggedIn.get("/users/me"), 401, ErrorCode.BAD_TOKEN);
  }

  @Test
  void theSessionsOfADisabledAccountAreRefused() throws SQLException {
    ApiClient loggedIn = underTest.login(email);
    String key = loggedIn.post("/apikeys", json("name", "x")).data().get("key").textValue();
    execute("update app_user set status = 1 where email = ?");

    assertEquals(401, loggedIn.get("/users/me").status());
    assertEquals(401, underTest.as(key).get("/users/me").status());
    assertRefused(login(email, underTest.codeFor(email, "login")), 403, ErrorCode.ACCOUNT_DISABLED);
  }

  @Test
  void anAddressGetsTenCodesAnHour() throws SQLException {
    for (int i = 0; i < 10; i++) {
      underTest.codeFor(email, "login");
    }
    execute("update login_code set created_at = now() - interval '50 minutes' where email = ?");

    Reply refused = new ApiClient(instance).post("/auth/code", json("email", email));

    assertRefused(refused, 429, ErrorCode.TOO_MANY_CODES);
    assertTrue(retryAfter(refused) > 500 && retryAfter(refused) <= 600);
    execute("update login_code set created_at = now() - interval '61 minutes' where email = ?");
    assertEquals(200, new ApiClient(instance).post("/auth/code", json("email", email)).status());
  }

  @Test
  void theAnswerIsTheSameForKnownAndUnknownAddresses() {
    instance.login(email);

    Reply known = underTest.post("/auth/code", json("email", email));
    Reply unknown = underTest.post("/auth/code", json("email", ApiClient.newEmail()));

    assertEquals(known.status(), unknown.status());
    assertEquals(withoutTime(known), withoutTime(unknown));
  }

  @Test
  void aCodeForANewAddressDoesNotLogIn() {
    String code = underTest.codeFor(email, "replace_email");

    assertRefused(login(email, code), 400, ErrorCode.WRONG_CODE);
  }

  @Test
  void theMailSpeaksTheLanguageOfTheLogin() {
    underTest.post("/auth/code", json("email", email, "lang", "ja-JP", "scene", "login"));

    assertTrue(underTest.mailTo(email).get("subject").textValue().contains("コード"));
    assertTrue(underTest.mailTo(email).get("html").textValue().contains("lang=\"ja\""));
  }

  @Test
  void unknownScenesMethodsAndBadAddressesAreNamed() {
    Reply scene = underTest.post("/auth/code", json("email", email, "scene", "theft"));
    assertEquals("scene", scene.body().get("field").textValue());
    Reply method = underTest.post("/auth/login", json("method", "magic", "email", email));
    assertEquals("method", method.body().get("field").textValue());
    Reply address = underTest.post("/auth/code", json("email", "nobody"));
    assertRefused(address, 422, ErrorCode.EMAIL_INVALID);
    assertRefused(underTest.post("/auth/code", json()), 422, ErrorCode.MISSING_FIELD);
  }

  @Test
  void sessionsAreSeenAndEnded() {
    ApiClient first = underTest.login(email);
    ApiClient second = underTest.login(email);

    var sessions = second.get("/auth/sessions").data();
    assertEquals(2, sessions.size());
    var others =
        java.util.stream.StreamSupport.stream(sessions.spliterator(), false)
            .filter(session -> !session.get("current").booleanValue())
            .toList();
    assertEquals(1, others.size());
    String path = "/auth/sessions/" + others.get(0).get("id").asLong();
    assertEquals(200, second.delete(path).status());

    assertRefused(first.get("/users/me"), 401, ErrorCode.BAD_TOKEN);
    assertEquals(200, second.get("/users/me").status());
    assertEquals(404, second.delete(path).status());
  }

  @Test
  void nobodyEndsTheSessionsOfOthers() {
    ApiClient mine = underTest.login(email);
    long id = mine.get("/auth/sessions").data().get(0).get("id").asLong();

    assertEquals(
        404, underTest.login(ApiClient.newEmail()).delete("/auth/sessions/" + id).status());
    assertEquals(200, mine.get("/users/me").status());
  }

  @Test
  void loggingOutEndsTheSession() {
    ApiClient loggedIn = underTest.login(email);

    assertEquals(200, loggedIn.post("/auth/logout", "null").status());

    assertRefused(loggedIn.get("/users/me"), 401, ErrorCode.BAD_TOKEN);
  }

  @Test
  void aBadTokenIsRefusedEvenWhereNoneIsNeeded() {
    assertEquals(200, underTest.get("/c").status());
    Reply reply = underTest.as("no-such-token").get("/c");
    assertRefused(reply, 401, ErrorCode.BAD_TOKEN);
    assertEquals("Bearer", reply.response().headers().firstValue("WWW-Authenticate").orElseThrow());
    assertRefused(underTest.as("QK-unknown").get("/c"), 401, ErrorCode.BAD_API_KEY);
    assertRefused(underTest.with("X-QUAIL-KEY", "QK-").get("/c"), 401, ErrorCode.BAD_API_KEY);
    assertRefused(
        underTest.with("Authorization", "Basic YTpi").get("/c"), 401, ErrorCode.BAD_TOKEN);
    assertRefused(underTest.with("Authorization", "Bearer ").get("/c"), 401, ErrorCode.BAD_TOKEN);
  }

  @Test
  void aKeyOpensWhatItsOwnerMayOpenInEitherHeader() {
    ApiClient owner = underTest.login(email);
    Reply created = owner.post("/apikeys", json("name", "反復 CI"));
    String key = created.data().get("key").textValue();

    assertTrue(key.startsWith("QK-"));
    assertEquals(email, underTest.as(key).get("/users/me").data().get("email").textValue());
    assertEquals(200, underTest.with("X-QUAIL-KEY", key).get("/users/me").status());
  }

  @Test
  void aKeyIsShownWholeOnce() {
    ApiClient owner = underTest.login(email);
    String key = owner.post("/apikeys", json("name", "CI")).data().get("key").textValue();

    var listed = owner.get("/apikeys").data().get(0);

    assertEquals("CI", listed.get("name").textValue());
    assertTrue(listed.get("key").textValue().startsWith("QK-"));
    assertTrue(listed.get("key").textValue().length() < key.length() / 2);
  }

  @Test
  void keysMayNotMakeOrEndKeysOrSeeSessions() {
    ApiClient owner = underTest.login(email);
    Reply created = owner.post("/apikeys", json("name", "CI"));
    ApiClient program = underTest.as(created.data().get("key").textValue());

    assertRefused(program.post("/apikeys", json("name", "x")), 403, ErrorCode.FORBIDDEN);
    String path = "/apikeys/" + created.data().get("id").asLong();
    assertRefused(program.delete(path), 403, ErrorCode.FORBIDDEN);
    assertRefused(program.get("/auth/sessions"), 403, ErrorCode.FORBIDDEN);
    assertEquals(200, program.get("/apikeys").status());
  }

  @Test
  void aKeyIsVerifiedByItsHash() {
    ApiClient owner = underTest.login(email);
    var created = owner.post("/apikeys", json("name", "CI")).data();
    String hash = Secrets.checksum(created.get("key").textValue().getBytes(UTF_8));

    assertTrue(verified(owner, hash));
    assertTrue(verified(owner, hash.toUpperCase(Locale.ROOT)));
    assertFalse(verified(owner, "0".repeat(64)));
    owner.delete("/apikeys/" + created.get("id").asLong());
    assertFalse(verified(owner, hash));
    for (String bad : new String[] {null, "", "xyz", "0".repeat(63), "g".repeat(64)}) {
      assertRefused(owner.post("/apikeys/verify", json("hash", bad)), 422, ErrorCode.INVALID_FIELD);
    }
  }

  private static boolean verified(ApiClient caller, String hash) {
    return caller.post("/apikeys/verify", json("hash", hash)).data().get("valid").booleanValue();
  }

  @Test
  void googleIsNotOfferedWhereItIsNotConfigured() {
    assertRefused(underTest.post("/auth/google/url?state=x", null), 503, ErrorCode.NOT_CONFIGURED);
    assertRefused(
        underTest.post("/auth/login", json("method", "google_oauth", "code", "c", "state", "s")),
        503,
        ErrorCode.NOT_CONFIGURED);
    assertFalse(underTest.get("/c").data().at("/features/google_login").booleanValue());
    assertEquals("none", underTest.get("/c").data().at("/challenge/provider").textValue());
  }

  @Test
  void aDeletedKeyOpensNothing() {
    ApiClient owner = underTest.login(email);
    var key = owner.post("/apikeys", json("name", "CI")).data();
    String path = "/apikeys/" + key.get("id").asLong();

    assertEquals(404, underTest.login(ApiClient.newEmail()).delete(path).status());
    assertEquals(200, owner.delete(path).status());

    assertRefused(
        underTest.as(key.get("key").textValue()).get("/users/me"), 401, ErrorCode.BAD_API_KEY);
    assertEquals(404, owner.delete(path).status());
  }

  @Test
  void tokensAndKeysAreKeptAsHashesOnly() throws SQLException {
    String token = instance.login(email);

    assertEquals(0, count("select count(*) from session s where s::text like ?", token));
    assertEquals(1, count("select count(*) from app_user where email = ?", email));
    assertFalse(token.isEmpty());
  }

  private static void assertRefused(Reply reply, int status, ErrorCode code) {
    assertEquals(status, reply.status(), reply.body().toString());
    assertEquals(code.number(), reply.code(), reply.body().toString());
  }

  private static long retryAfter(Reply reply) {
    return Long.parseLong(reply.response().headers().firstValue("Retry-After").orElseThrow());
  }

  private static String other(String code) {
    return code.equals("123456") ? "654321" : "123456";
  }

  private static String withoutTime(Reply reply) {
    return ((ObjectNode) reply.body()).without("ts").toString();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, email);
      assertTrue(statement.executeUpdate() > 0);
    }
  }

  private long count(String sql, String like) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, sql.contains("like") ? "%" + like + "%" : like);
      try (var rows = statement.executeQuery()) {
        rows.next();
        return rows.getLong(1);
      }
    }
  }

  private Connection connect() throws SQLException {
    return instance.instance().backend().orElseThrow().database().dataSource().getConnection();
  }
}
