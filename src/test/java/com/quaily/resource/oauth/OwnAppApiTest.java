package com.quaily.resource.oauth;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class OwnAppApiTest {

  private static final String CALLBACK = "https://app.example/callback";

  private final Author owner;

  OwnAppApiTest(TestInstance instance) {
    this.owner = Author.of(instance);
  }

  private Reply register(boolean confidential) {
    return owner
        .api()
        .post(
            "/users/me/apps",
            json(
                "name", "my-app",
                "display_name", "My app",
                "redirect_uri", CALLBACK,
                "url", "https://app.example/",
                "confidential", confidential));
  }

  private OAuthClient client(JsonNode app) {
    return new OAuthClient(owner.nobody(), app.get("app_id").textValue(), CALLBACK);
  }

  @Test
  void aRegisteredApplicationIsListedWithoutItsSecret() {
    JsonNode created = register(true).data();
    assertFalse(created.get("secret").textValue().isEmpty());
    assertEquals("My app", created.get("display_name").textValue());
    assertFalse(created.get("trusted").booleanValue());
    JsonNode listed = owner.api().get("/users/me/apps").data();
    assertEquals(1, listed.size());
    assertEquals(created.get("app_id"), listed.at("/0/app_id"));
    assertFalse(listed.get(0).has("secret"));
    assertEquals("", register(false).data().get("secret").textValue());
  }

  @Test
  void anAllowedApplicationIsListedUntilItIsRevoked() {
    OAuthClient app = client(register(false).data());
    ApiClient person = owner.somebodyElse();
    String token = app.accessToken(person, "user.public");
    JsonNode before = person.get("/oauth/grants").data();
    assertEquals(1, before.size());
    assertEquals("user.public", before.at("/0/scopes/0").textValue());
    assertTrue(before.at("/0/last_used_at").isNull());

    assertEquals(200, owner.nobody().as(token).get("/users/me").status());
    assertFalse(person.get("/oauth/grants").data().at("/0/last_used_at").isNull());
    assertEquals("My app", person.get("/oauth/grants").data().at("/0/display_name").textValue());
    assertEquals(0, owner.api().get("/oauth/grants").data().size());

    person.delete("/oauth/apps/" + app.clientId());
    assertEquals(0, person.get("/oauth/grants").data().size());
    assertEquals(401, owner.nobody().as(token).get("/users/me").status());
  }

  @Test
  void deletingAnApplicationEndsItsTokens() {
    OAuthClient app = client(register(false).data());
    ApiClient person = owner.somebodyElse();
    String token = app.accessToken(person, "user.public");
    assertEquals(404, person.delete("/users/me/apps/" + app.clientId()).status());
    assertEquals(200, owner.api().delete("/users/me/apps/" + app.clientId()).status());
    assertEquals(401, owner.nobody().as(token).get("/users/me").status());
    assertEquals(0, person.get("/oauth/grants").data().size());
    assertEquals(404, owner.nobody().get("/apps/" + app.clientId()).status());
  }

  @Test
  void wrongValuesAreNamed() {
    String apps = "/users/me/apps";
    assertEquals(422, owner.api().post(apps, json("redirect_uri", CALLBACK)).status());
    for (String wrong :
        new String[] {
          "",
          "/relative",
          "https://app.example/#x",
          "http://app.example/",
          "javascript:alert(1)",
          "data:text/html,x"
        }) {
      Reply refused = owner.api().post(apps, json("name", "x", "redirect_uri", wrong));
      assertEquals(422, refused.status(), wrong);
      assertTrue(refused.body().toString().contains("redirect_uri"), wrong);
    }
  }

  @Test
  void thereIsALimitOfApplications() {
    for (int i = 0; i < 20; i++) {
      assertEquals(200, register(false).status());
    }
    assertEquals(422, register(false).status());
  }

  @Test
  void onlyASessionManagesApplications() {
    String key = owner.api().post("/apikeys", json("name", "x")).data().get("key").textValue();
    for (String path : new String[] {"/users/me/apps", "/oauth/grants"}) {
      assertEquals(401, owner.nobody().get(path).status());
      assertEquals(403, owner.nobody().as(key).get(path).status());
    }
  }
}
