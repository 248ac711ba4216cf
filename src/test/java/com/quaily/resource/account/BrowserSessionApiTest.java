package com.quaily.resource.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.Language;
import com.quaily.model.account.User;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions of browsers: the session token is in a cookie that scripts cannot read. */
@ExtendWith(SharedInstance.class)
class BrowserSessionApiTest {

  private final TestInstance instance;
  private final StoredData data;
  private final String email = ApiClient.newEmail();

  BrowserSessionApiTest(TestInstance instance) {
    this.instance = instance;
    this.data = new StoredData(instance);
  }

  @Test
  void aLoginLinkSetsACookieAndAnswersAShortLivedToken() throws Exception {
    HttpResponse<String> login = login(newLink());

    String cookie = login.headers().firstValue("Set-Cookie").orElseThrow();
    assertTrue(cookie.startsWith("quaily_session=qs."), cookie);
    assertTrue(cookie.contains("HttpOnly"), cookie);
    assertTrue(cookie.contains("SameSite=Strict"), cookie);
    assertTrue(cookie.contains("Path=/api/auth"), cookie);
    JsonNode body = data(login);
    assertEquals(900, body.get("expires_in").asLong());
    assertEquals(200, me(body.get("access_token").textValue()));
    assertFalse(login.body().contains("qs."), "the body must not contain the session token");
  }

  @Test
  void aLoginLinkWorksOnce() throws Exception {
    String link = newLink();
    login(link);

    HttpResponse<String> second = login(link);

    assertEquals(401, second.statusCode());
    assertTrue(second.body().contains("2112"), second.body());
  }

  @Test
  void anExpiredLoginLinkIsRefused() throws Exception {
    String link = newLink();
    data.execute(
        "update login_link set expires_at = now() - interval '1 second'"
            + " where user_id = (select id from app_user where email = ?)",
        email);

    assertEquals(401, login(link).statusCode());
  }

  @Test
  void theCookieIsExchangedForANewAccessToken() throws Exception {
    String cookie = cookie(login(newLink()));

    HttpResponse<String> refreshed = refresh(cookie, true);

    assertEquals(200, refreshed.statusCode());
    assertEquals(200, me(data(refreshed).get("access_token").textValue()));
  }

  @Test
  void theCookieAloneIsNotEnough() throws Exception {
    String cookie = cookie(login(newLink()));

    assertTrue(data(refresh(cookie, false)).isNull(), "without the header");
    assertTrue(data(refresh("quaily_session=qs.unknown", true)).isNull(), "of no session");
    assertTrue(data(refresh("", true)).isNull(), "empty");
  }

  @Test
  void anAccessTokenDoesNotOutliveItsSession() throws Exception {
    String token = data(login(newLink())).get("access_token").textValue();

    HttpResponse<String> logout =
        send(post("/api/auth/logout", "null").header("Authorization", "Bearer " + token));

    assertEquals(200, logout.statusCode());
    assertTrue(
        logout.headers().firstValue("Set-Cookie").orElseThrow().contains("Max-Age=0"),
        "the cookie must go");
    assertEquals(401, me(token));
  }

  @Test
  void aForgedAccessTokenIsRefused() throws Exception {
    String token = data(login(newLink())).get("access_token").textValue();
    String[] parts = token.split("\\.");
    String later = parts[0] + "." + parts[1] + ".9999999999." + parts[3];
    String other = parts[0] + ".1." + parts[2] + "." + parts[3];

    assertEquals(401, me(later));
    assertEquals(401, me(other));
    assertEquals(401, me("qt."));
    assertEquals(401, me("qt.a.b.c"));
  }

  private String newLink() {
    var accounts = instance.instance().modules().orElseThrow().account();
    User user = accounts.userService().create(email, "Ada", Language.EN);
    return accounts.loginLinks().create(user);
  }

  private HttpResponse<String> login(String link) {
    return send(
        post("/api/auth/login", "{\"method\":\"link\",\"token\":\"" + link + "\"}")
            .header("X-Quaily-Session", "cookie"));
  }

  private HttpResponse<String> refresh(String cookie, boolean withHeader) {
    HttpRequest.Builder request = post("/api/auth/refresh", "null").header("Cookie", cookie);
    return send(withHeader ? request.header("X-Quaily-Session", "cookie") : request);
  }

  private int me(String token) {
    return send(HttpRequest.newBuilder(URI.create(instance.url() + "/api/users/me"))
            .header("Authorization", "Bearer " + token))
        .statusCode();
  }

  private HttpRequest.Builder post(String path, String json) {
    return HttpRequest.newBuilder(URI.create(instance.url() + path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return instance.send(request);
  }

  private static String cookie(HttpResponse<String> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
  }

  private static JsonNode data(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body()).get("data");
  }
}
