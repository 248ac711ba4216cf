package com.quaily.resource.account;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The address is the login: who may change it, and how its owner gets it back. */
@ExtendWith(SharedInstance.class)
class EmailChangeApiTest {

  private static final Pattern LINK = Pattern.compile("/api/users/email/restore\\?token=(\\S+)");

  private final TestInstance instance;
  private final StoredData data;
  private final String email = ApiClient.newEmail();
  private final String wanted = ApiClient.newEmail();
  private final ApiClient nobody;
  private final ApiClient underTest;

  EmailChangeApiTest(TestInstance instance) {
    this.instance = instance;
    this.data = new StoredData(instance);
    this.nobody = new ApiClient(instance);
    this.underTest = nobody.login(email);
  }

  private Reply change(ApiClient client, String address, String currentCode) {
    String code = nobody.codeFor(address, "replace_email");
    return client.put(
        "/users/me/email", json("email", address, "code", code, "current_code", currentCode));
  }

  private void ageLogins() {
    data.execute(
        "update session set logged_in_at = now() - interval '601 seconds',"
            + " created_at = now() - interval '601 seconds'"
            + " where user_id = (select id from app_user where email = ?)",
        email);
  }

  private String restoreToken() {
    Waiting.until("the mail to the old address", () -> !notice().isEmpty());
    Matcher link = LINK.matcher(notice());
    assertTrue(link.find());
    return link.group(1);
  }

  private String notice() {
    JsonNode mail;
    try {
      mail = nobody.mailTo(email);
    } catch (AssertionError e) {
      return "";
    }
    String text = mail.get("text").textValue();
    return LINK.matcher(text).find() ? text : "";
  }

  @Test
  void aRecentLoginAndACodeToTheNewAddressChangeIt() {
    String code = underTest.codeFor(wanted, "replace_email");
    Reply wrong = underTest.put("/users/me/email", json("email", wanted, "code", "x"));
    assertRefused(wrong, 400, ErrorCode.WRONG_CODE, "code");

    Reply right = underTest.put("/users/me/email", json("email", wanted, "code", code));

    assertEquals(wanted, right.data().get("email").textValue());
    assertEquals(wanted, underTest.get("/users/me").data().get("email").textValue());
  }

  @Test
  void keysAndApplicationsCannotChangeIt() {
    String key = underTest.post("/apikeys", json("name", "x")).data().get("key").textValue();
    String token = OAuthClient.commandLine(instance).accessToken(underTest, "user.full post.write");

    assertRefused(change(nobody.as(key), wanted, null), 403, ErrorCode.FORBIDDEN);
    assertRefused(change(nobody.as(token), wanted, null), 403, ErrorCode.FORBIDDEN);
    assertEquals(email, underTest.get("/users/me").data().get("email").textValue());
  }

  @Test
  void anOlderLoginNeedsACodeToTheCurrentAddressToo() {
    ageLogins();
    assertRefused(change(underTest, wanted, null), 403, ErrorCode.LOGIN_NOT_RECENT);
    String other = nobody.codeFor(email, "login");
    assertRefused(change(underTest, wanted, other), 400, ErrorCode.WRONG_CODE, "code");

    Reply changed = change(underTest, wanted, nobody.codeFor(email, "current_email"));

    assertEquals(wanted, changed.data().get("email").textValue());
  }

  @Test
  void aSessionFromAnOlderOneIsNotARecentLogin() {
    ageLogins();
    String ephemeral =
        underTest
            .post("/auth/ephemeral?origin=" + instance.url(), null)
            .data()
            .get("ephemeral_token")
            .textValue();
    String token =
        nobody
            .post("/auth/ephemeral/exchange?token=" + ephemeral, null)
            .data()
            .get("access_token")
            .textValue();

    assertRefused(change(nobody.as(token), wanted, null), 403, ErrorCode.LOGIN_NOT_RECENT);
  }

  @Test
  void aRefreshedBrowserSessionKeepsItsLoginTime() {
    Reply login =
        nobody
            .with("X-Quaily-Session", "cookie")
            .post("/auth/login", json("email", email, "code", nobody.codeFor(email, "login")));
    String cookie =
        login.response().headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    ageLogins();

    String token =
        nobody
            .with("X-Quaily-Session", "cookie")
            .with("Cookie", cookie)
            .post("/auth/refresh", null)
            .data()
            .get("access_token")
            .textValue();

    assertRefused(change(nobody.as(token), wanted, null), 403, ErrorCode.LOGIN_NOT_RECENT);
  }

  @Test
  void otherSessionsEnd() {
    ApiClient other = nobody.login(email);

    change(underTest, wanted, null);

    assertEquals(401, other.get("/users/me").status());
    assertEquals(200, underTest.get("/users/me").status());
  }

  @Test
  void theOldAddressGetsALinkThatRestoresItAndShutsOutTheThief() {
    String owned = underTest.post("/apikeys", json("name", "own")).data().get("key").textValue();
    change(underTest, wanted, null);
    String stolen = underTest.post("/apikeys", json("name", "own")).data().get("key").textValue();
    String third = ApiClient.newEmail();
    change(underTest, third, null);
    String token = restoreToken();

    assertEquals(200, instance.get("/api/users/email/restore?token=" + token).statusCode());
    assertEquals(third, underTest.get("/users/me").data().get("email").textValue());
    assertEquals(200, nobody.form("/api/users/email/restore", "token=" + token).statusCode());

    assertEquals(401, underTest.get("/users/me").status());
    assertEquals(401, nobody.as(stolen).get("/users/me").status());
    assertEquals(email, nobody.as(owned).get("/users/me").data().get("email").textValue());
    assertEquals(404, nobody.form("/api/users/email/restore", "token=" + token).statusCode());
    assertEquals(
        0,
        data.number("select count(*) from email_change where old_email in (?, ?)", email, wanted));
  }

  @Test
  void anAccountThatTookTheOldAddressMakesWay() {
    Author author = Author.of(instance);
    change(underTest, wanted, null);
    String token = restoreToken();
    ApiClient newcomer = nobody.login(email);
    newcomer.post("/subscriptions/" + author.slug() + "/no-challenge", null);

    assertEquals(200, nobody.form("/api/users/email/restore", "token=" + token).statusCode());

    assertEquals(401, newcomer.get("/users/me").status());
    ApiClient owner = nobody.login(email);
    assertEquals(1, owner.get("/subscriptions").data().size());
  }

  @Test
  void theLinkWorksForSevenDaysAndCannotBeForged() {
    change(underTest, wanted, null);
    String token = restoreToken();
    String forged = token.substring(0, token.indexOf('.')) + ".x";
    assertEquals(404, nobody.form("/api/users/email/restore", "token=" + forged).statusCode());
    assertEquals(404, nobody.form("/api/users/email/restore", "token=x").statusCode());
    age("7 days 1 second");
    assertEquals(404, nobody.form("/api/users/email/restore", "token=" + token).statusCode());
    assertFalse(instance.get("/api/users/email/restore?token=" + token).body().contains("<form"));

    age("6 days 23 hours");

    assertEquals(200, nobody.form("/api/users/email/restore", "token=" + token).statusCode());
  }

  private void age(String interval) {
    data.execute(
        "update email_change set changed_at = now() - ?::interval where old_email = ?",
        interval,
        email);
  }

  @Test
  void anAddressOfAnotherAccountIsRefused() {
    instance.login(wanted);

    Reply reply = change(underTest, wanted, null);

    assertRefused(reply, 422, ErrorCode.INVALID_FIELD, "email");
  }

  @Test
  void theMailSaysWhatTheCodeIsFor() {
    nobody.codeFor(email, "current_email");

    String text = nobody.mailTo(email).get("text").textValue();

    assertTrue(text.contains("changing the address"), text);
    assertFalse(text.contains("login code"), text);
  }
}
