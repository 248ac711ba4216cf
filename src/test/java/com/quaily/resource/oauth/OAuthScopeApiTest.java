package com.quaily.resource.oauth;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.OAuthClient.Tokens;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the scopes of an application allow. */
@ExtendWith(SharedInstance.class)
class OAuthScopeApiTest {

  private final String email;
  private final OAuthParties parties;
  private final ApiClient nobody;
  private final ApiClient person;
  private final OAuthClient underTest;

  OAuthScopeApiTest(TestInstance instance) {
    this.parties = new OAuthParties(instance);
    this.nobody = parties.nobody;
    this.person = parties.person;
    this.underTest = OAuthClient.commandLine(instance);
    this.email = parties.email;
  }

  @Test
  void theDefaultScopeIsTheSmallest() {
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
  void everyApplicationHasItsOwnUserIds() {
    OAuthClient other = parties.anotherApplication();
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
  void onlyApplicationsCanReadUserinfo() {
    assertEquals(
        "insufficient_scope", person.get("/oauth/userinfo").body().get("error").textValue());
    Reply reply = nobody.as("qa.unknown").get("/oauth/userinfo");
    assertEquals(401, reply.status());
    assertEquals("invalid_token", reply.body().get("error").textValue());
    assertEquals(
        "Bearer error=\"invalid_token\"",
        reply.response().headers().firstValue("WWW-Authenticate").orElseThrow());
  }
}
