package com.quaily.resource.account;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Login with an emailed code. */
@ExtendWith(SharedInstance.class)
class LoginApiTest {

  private final TestInstance instance;
  private final ApiClient underTest;
  private final String email = ApiClient.newEmail();
  private final StoredData data;

  LoginApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = new ApiClient(instance);
    this.data = new StoredData(instance);
  }

  private Reply login(String address, String code) {
    return underTest.post(
        "/auth/login", json("method", "email_code", "email", address, "code", code, "lang", "ja"));
  }

  @Test
  void anEmailedCodeLogsIn() {
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
    String shouted = email.toUpperCase(Locale.ROOT);
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
  void anOlderCodeDiesWhenANewerOneWasUsed() {
    String older = underTest.codeFor(email, "login");
    String newer = underTest.codeFor(email, "login");
    assertEquals(200, login(email, newer).status());

    assertRefused(login(email, older), 400, ErrorCode.WRONG_CODE);
  }

  @Test
  void aWrongCodeIsRefusedAndTheRightOneStillWorks() {
    String code = underTest.codeFor(email, "login");

    assertRefused(login(email, other(code)), 400, ErrorCode.WRONG_CODE);
    assertRefused(login(email, null), 400, ErrorCode.WRONG_CODE);
    assertEquals(200, login(email, code).status());
  }

  @Test
  void afterFiveFailedAttemptsTheRightCodeIsRejected() {
    String code = underTest.codeFor(email, "login");
    for (int i = 0; i < 5; i++) {
      login(email, other(code));
    }

    Reply reply = login(email, code);

    assertRefused(reply, 429, ErrorCode.TOO_MANY_ATTEMPTS);
    assertTrue(retryAfter(reply) > 0);
  }

  @Test
  void anExpiredCodeIsRefused() {
    String code = underTest.codeFor(email, "login");
    data.execute(
        "update login_code set expires_at = now() - interval '1 second' where email = ?", email);

    assertRefused(login(email, code), 400, ErrorCode.WRONG_CODE);
  }

  @Test
  void theSessionsOfADisabledAccountAreRefused() {
    ApiClient loggedIn = underTest.login(email);
    String key = loggedIn.post("/apikeys", json("name", "x")).data().get("key").textValue();
    data.execute("update app_user set status = 1 where email = ?", email);

    assertEquals(401, loggedIn.get("/users/me").status());
    assertEquals(401, underTest.as(key).get("/users/me").status());
    assertRefused(login(email, underTest.codeFor(email, "login")), 403, ErrorCode.ACCOUNT_DISABLED);
  }

  @Test
  void anAddressGetsTenCodesAnHour() {
    for (int i = 0; i < 10; i++) {
      underTest.codeFor(email, "login");
    }
    data.execute(
        "update login_code set created_at = now() - interval '50 minutes' where email = ?", email);

    Reply refused = new ApiClient(instance).post("/auth/code", json("email", email));

    assertRefused(refused, 429, ErrorCode.TOO_MANY_CODES);
    assertTrue(retryAfter(refused) > 500 && retryAfter(refused) <= 600);
    data.execute(
        "update login_code set created_at = now() - interval '61 minutes' where email = ?", email);
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
  void theEmailUsesTheLanguageOfTheLogin() {
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
  void googleIsNotOfferedWhereItIsNotConfigured() {
    assertRefused(underTest.post("/auth/google/url?state=x", null), 503, ErrorCode.NOT_CONFIGURED);
    assertRefused(
        underTest.post("/auth/login", json("method", "google_oauth", "code", "c", "state", "s")),
        503,
        ErrorCode.NOT_CONFIGURED);
    assertFalse(underTest.get("/c").data().at("/features/google_login").booleanValue());
    assertEquals("none", underTest.get("/c").data().at("/challenge/provider").textValue());
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
}
