package com.quaily.resource.account;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class EphemeralTokenApiTest {

  private final TestInstance instance;
  private final ApiClient nobody;
  private final String email = ApiClient.newEmail();
  private final ApiClient person;
  private final StoredData data;

  EphemeralTokenApiTest(TestInstance instance) {
    this.instance = instance;
    this.nobody = new ApiClient(instance);
    this.person = nobody.login(email);
    this.data = new StoredData(instance);
  }

  private Reply issue(ApiClient client, String origin) {
    return client.post("/auth/ephemeral?origin=" + origin, "null");
  }

  private String token(ApiClient client) {
    return issue(client, instance.url()).data().get("ephemeral_token").textValue();
  }

  private Reply exchange(String token, String origin) {
    return nobody.with("Origin", origin).post("/auth/ephemeral/exchange?token=" + token, "null");
  }

  @Test
  void aLoginIsTransferredOnce() {
    String token = token(person);

    Reply reply = exchange(token, instance.url());

    assertEquals(200, reply.status(), reply.body().toString());
    assertEquals(email, reply.data().at("/user/email").textValue());
    ApiClient there = nobody.as(reply.data().get("access_token").textValue());
    assertEquals(200, there.get("/auth/sessions").status());
    assertRefused(exchange(token, instance.url()), 401, ErrorCode.EPHEMERAL_TOKEN_REFUSED);
  }

  @Test
  void aClientThatIsNotABrowserSendsNoOrigin() {
    Reply reply = nobody.post("/auth/ephemeral/exchange?token=" + token(person), "null");

    assertEquals(200, reply.status());
  }

  @Test
  void theTokenOfAnEditorStartsNoSession() {
    String editor = "app://obsidian.md";
    for (String origin : List.of(editor, instance.url())) {
      String token = issue(person, editor).data().get("ephemeral_token").textValue();
      assertRefused(exchange(token, origin), 401, ErrorCode.EPHEMERAL_TOKEN_REFUSED);
    }
  }

  @Test
  void anotherOriginConsumesTheTokenAndIsRejected() {
    String token = token(person);

    assertRefused(exchange(token, "https://evil.example"), 401, ErrorCode.EPHEMERAL_TOKEN_REFUSED);
    assertRefused(exchange(token, instance.url()), 401, ErrorCode.EPHEMERAL_TOKEN_REFUSED);
  }

  @Test
  void originsAreTheSiteAndTheDomainsOfChannels() {
    Author author = Author.of(instance);
    String domain = author.slug() + ".example";
    data.execute("update channel set domain = ? where slug = ?", domain, author.slug());
    String origin = "https://" + domain;
    assertRefused(issue(person, origin), 422, ErrorCode.ORIGIN_UNKNOWN);
    data.execute(
        "update channel set custom_domain_enabled = true, domain_status = 1 where domain = ?",
        domain);

    String token = issue(person, origin).data().get("ephemeral_token").textValue();

    assertEquals(200, exchange(token, origin).status());
    for (String other :
        new String[] {
          "",
          "null",
          "https://evil.example",
          origin + ":444",
          origin + ".evil.example",
          origin + "/path",
          "https://evil.example@" + domain,
          "ftp://" + domain,
          "//" + domain,
          domain
        }) {
      assertRefused(issue(person, other), 422, ErrorCode.ORIGIN_UNKNOWN);
    }
  }

  @Test
  void aTokenLastsAMinute() {
    String token = token(person);
    data.execute(
        "update ephemeral_token set expires_at = expires_at - interval '61 seconds'"
            + " where user_id = (select id from app_user where email = ?)",
        email);

    assertRefused(exchange(token, instance.url()), 401, ErrorCode.EPHEMERAL_TOKEN_REFUSED);
  }

  @Test
  void aLoginTransferredByAKeyIsLimitedByTheKey() {
    var key = person.post("/apikeys", json("name", "x")).data();
    String token = token(nobody.as(key.get("key").textValue()));

    ApiClient there =
        nobody.as(exchange(token, instance.url()).data().get("access_token").textValue());

    assertEquals(200, there.get("/users/me").status());
    assertRefused(there.post("/apikeys", json("name", "y")), 403, ErrorCode.FORBIDDEN);
    assertEquals(200, person.delete("/apikeys/" + key.get("id").asLong()).status());
    assertRefused(there.get("/users/me"), 401, ErrorCode.BAD_TOKEN);
  }

  @Test
  void aLoginTransferredByAnApplicationIsLimitedByItsGrant() {
    OAuthClient application = OAuthClient.commandLine(instance);
    ApiClient little = nobody.as(application.accessToken(person, "post.write"));
    assertRefused(issue(little, instance.url()), 403, ErrorCode.SCOPE_MISSING);
    String token = token(nobody.as(application.accessToken(person, "user.full")));

    ApiClient there =
        nobody.as(exchange(token, instance.url()).data().get("access_token").textValue());

    assertEquals(200, there.get("/users/me").status());
    assertRefused(there.get("/apikeys"), 403, ErrorCode.SCOPE_MISSING);
    assertRefused(there.get("/auth/sessions"), 403, ErrorCode.FORBIDDEN);
    person.delete("/oauth/apps/" + application.clientId());
    assertRefused(there.get("/users/me"), 401, ErrorCode.BAD_TOKEN);
  }

  @Test
  void transferringALoginRequiresOne() {
    assertRefused(issue(nobody, instance.url()), 401, ErrorCode.AUTHENTICATION_REQUIRED);
    assertFalse(issue(person, instance.url()).body().has("access_token"));
  }
}
