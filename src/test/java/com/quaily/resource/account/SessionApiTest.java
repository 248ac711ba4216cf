package com.quaily.resource.account;

import static com.quaily.resource.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The permissions and lifetime of sessions. */
@ExtendWith(SharedInstance.class)
class SessionApiTest {

  private final TestInstance instance;
  private final ApiClient underTest;
  private final String email = ApiClient.newEmail();
  private final StoredData data;

  SessionApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = new ApiClient(instance);
    this.data = new StoredData(instance);
  }

  @Test
  void anExpiredSessionIsRefused() {
    ApiClient loggedIn = underTest.login(email);
    data.execute(
        "update session set expires_at = now() - interval '1 second'"
            + " where user_id = (select id from app_user where email = ?)",
        email);

    assertRefused(loggedIn.get("/users/me"), 401, ErrorCode.BAD_TOKEN);
  }

  @Test
  void sessionsAreListedAndRevoked() {
    ApiClient first = underTest.login(email);
    ApiClient second = underTest.login(email);

    var sessions = second.get("/auth/sessions").data();
    assertEquals(2, sessions.size());
    var others =
        StreamSupport.stream(sessions.spliterator(), false)
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
  void usersCannotRevokeSessionsOfOthers() {
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
  void anInvalidTokenIsRejectedEvenWhereNoneIsNeeded() {
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
  void tokensAndKeysAreKeptAsHashesOnly() {
    String token = instance.login(email);

    assertEquals(
        0, data.number("select count(*) from session s where s::text like ?", "%" + token + "%"));
    assertEquals(1, data.number("select count(*) from app_user where email = ?", email));
    assertFalse(token.isEmpty());
  }
}
