package com.quaily.resource.oauth;

import static com.quaily.resource.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.dao.EphemeralTokenDao;
import com.quaily.dao.OAuthGrantDao;
import com.quaily.dao.OAuthTokenDao;
import com.quaily.dao.PuzzleDao;
import com.quaily.database.Database;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.OAuthClient.Tokens;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lifetime and binding of tokens. */
@ExtendWith(SharedInstance.class)
class OAuthTokenApiTest {

  private final TestInstance instance;
  private final StoredData data;
  private final String email;
  private final OAuthParties parties;
  private final ApiClient nobody;
  private final ApiClient person;
  private final OAuthClient underTest;

  OAuthTokenApiTest(TestInstance instance) {
    this.parties = new OAuthParties(instance);
    this.instance = instance;
    this.nobody = parties.nobody;
    this.person = parties.person;
    this.underTest = OAuthClient.commandLine(instance);
    this.data = new StoredData(instance);
    this.email = parties.email;
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
  void aRefreshTokenThatComesAgainAtOnceGetsAnotherPair() {
    Tokens first = underTest.exchange(underTest.code(person, "user.full"));
    Tokens second = underTest.refresh(first.refresh());
    usedAgo("29 seconds");

    Tokens third = underTest.refresh(first.refresh());

    assertEquals(200, third.status());
    assertNotEquals(second.refresh(), third.refresh());
    assertEquals(200, nobody.as(second.access()).get("/users/me").status());
    assertEquals(200, nobody.as(third.access()).get("/users/me").status());
    usedAgo("31 seconds");
    assertEquals("invalid_grant", underTest.refresh(first.refresh()).error());
    assertEquals(401, nobody.as(third.access()).get("/users/me").status());
  }

  private void usedAgo(String time) {
    data.execute(
        "update oauth_token set used_at = now() - interval '"
            + time
            + "' where used_at is not null and grant_id in"
            + " (select g.id from oauth_grant g join app_user u on u.id = g.user_id"
            + " where email = ?)",
        email);
  }

  @Test
  void reusingARefreshTokenRevokesTheWholeFamily() {
    Tokens first = underTest.exchange(underTest.code(person, "user.full"));
    Tokens second = underTest.refresh(first.refresh());
    Tokens elsewhere = underTest.exchange(underTest.code(person, "user.full"));
    usedAgo("31 seconds");

    assertEquals("invalid_grant", underTest.refresh(first.refresh()).error());

    assertEquals("invalid_grant", underTest.refresh(second.refresh()).error());
    assertEquals(401, nobody.as(second.access()).get("/users/me").status());
    assertEquals(401, nobody.as(first.access()).get("/users/me").status());
    assertEquals(200, nobody.as(elsewhere.access()).get("/users/me").status());
  }

  @Test
  void theBuiltInClientsGetThirtyDaysAndAYear() {
    Tokens tokens = underTest.exchange(underTest.code(person, "user.full"));

    assertEquals(30 * 24 * 3600, tokens.body().get("expires_in").asLong());
    Instant expiry = Instant.parse(tokens.body().get("expiry").textValue());
    assertTrue(expiry.isAfter(Instant.now().plus(Duration.ofDays(29))), expiry::toString);
    age("interval '29 days 23 hours'");
    assertEquals(200, nobody.as(tokens.access()).get("/users/me").status());
    age("interval '2 hours'");
    assertEquals(401, nobody.as(tokens.access()).get("/users/me").status());
    age("interval '334 days'");
    assertEquals(200, underTest.refresh(tokens.refresh()).status());
  }

  @Test
  void anExpiredRefreshTokenIsRefused() {
    Tokens tokens = underTest.exchange(underTest.code(person, "user.full"));
    age("interval '365 days 1 hour'");

    assertEquals("invalid_grant", underTest.refresh(tokens.refresh()).error());
  }

  @Test
  void anExpiredCodeIsRefused() {
    String code = underTest.code(person, "user.full");
    data.execute(
        "update oauth_code set expires_at = now() - interval '1 second'"
            + " where user_id = (select id from app_user where email = ?)",
        email);

    assertEquals("invalid_grant", underTest.exchange(code).error());
  }

  @Test
  void otherApplicationsGetWhatTheOperatorSet() {
    OAuthClient hourly = parties.anotherApplication();
    Tokens tokens = hourly.exchange(hourly.code(person, "user.full"));
    assertEquals(3600, tokens.body().get("expires_in").asLong());
    data.execute(
        "update oauth_app set access_validity = 120 where app_id = ?::uuid", hourly.clientId());

    assertEquals(120, hourly.refresh(tokens.refresh()).body().get("expires_in").asLong());
  }

  private void age(String interval) {
    data.execute(
        "update oauth_token set access_expires_at = access_expires_at - "
            + interval
            + ", refresh_expires_at = refresh_expires_at - "
            + interval
            + " where grant_id in (select g.id from oauth_grant g join app_user u"
            + " on u.id = g.user_id where email = ?)",
        email);
  }

  @Test
  void aRefreshTokenIsBoundToItsApplication() {
    Tokens tokens = underTest.exchange(underTest.code(person, "user.full"));
    OAuthClient other = parties.anotherApplication();

    assertEquals("invalid_grant", other.refresh(tokens.refresh()).error());
    assertEquals(200, underTest.refresh(tokens.refresh()).status());
  }

  @Test
  void tokensEndWhenTheyExpireOrTheAccountIsDisabled() {
    String expired = underTest.accessToken(person, "user.full");
    data.execute(
        "update oauth_token set access_expires_at = now() - interval '1 second' where grant_id in"
            + " (select g.id from oauth_grant g join app_user u on u.id = g.user_id"
            + " where email = ?)",
        email);
    assertRefused(nobody.as(expired).get("/users/me"), 401, ErrorCode.BAD_TOKEN);

    String fresh = underTest.accessToken(person, "user.full");
    assertEquals(200, nobody.as(fresh).get("/users/me").status());
    data.execute("update app_user set status = 1 where email = ?", email);
    assertRefused(nobody.as(fresh).get("/users/me"), 401, ErrorCode.BAD_TOKEN);
  }

  @Test
  void onlyExpiredRowsAreDeleted() {
    underTest.accessToken(person, "user.full");
    ApiClient other = nobody.login(ApiClient.newEmail());
    Tokens others = underTest.exchange(underTest.code(other, "user.full"));
    data.execute(
        "update oauth_token set refresh_expires_at = now() - interval '1 second' where grant_id in"
            + " (select g.id from oauth_grant g join app_user u on u.id = g.user_id"
            + " where email = ?)",
        email);

    Database database = instance.instance().modules().orElseThrow().database();
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
}
