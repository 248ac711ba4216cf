package com.quaily.resource.account;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.testing.ApiClient.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.Sha256;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The permissions and lifetime of API keys. */
@ExtendWith(SharedInstance.class)
class ApiKeyApiTest {

  private final ApiClient underTest;
  private final String email = ApiClient.newEmail();

  private final TestInstance instance;
  private final StoredData data;

  ApiKeyApiTest(TestInstance instance) {
    this.instance = instance;
    this.data = new StoredData(instance);
    this.underTest = new ApiClient(instance);
  }

  @Test
  void aKeyWorksInEitherHeaderWithItsOwnersPermissions() {
    ApiClient owner = underTest.login(email);
    Reply created = owner.post("/apikeys", json("name", "反復 CI"));
    String key = created.data().get("key").textValue();

    assertTrue(key.startsWith("QK-"));
    assertEquals(email, underTest.as(key).get("/users/me").data().get("email").textValue());
    assertEquals(200, underTest.with("X-QUAIL-KEY", key).get("/users/me").status());
  }

  @Test
  void aKeyMadeByAnOlderLoginIsToldToItsOwner() {
    ApiClient owner = underTest.login(email);
    owner.post("/apikeys", json("name", "at once"));
    data.execute(
        "update session set logged_in_at = now() - interval '601 seconds'"
            + " where user_id = (select id from app_user where email = ?)",
        email);
    owner.post("/apikeys", json("name", "much later"));

    Waiting.until("the mail", () -> hasMail("much later"));
    assertFalse(hasMail("at once"));
  }

  private boolean hasMail(String words) {
    return instance.get("/dev/mail.json").body().contains("“" + words + "”");
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
  void keysCannotCreateOrRevokeKeysOrListSessions() {
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
    String hash = Sha256.hex(created.get("key").textValue().getBytes(UTF_8));

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
  void aRevokedKeyIsRejected() {
    ApiClient owner = underTest.login(email);
    var key = owner.post("/apikeys", json("name", "CI")).data();
    String path = "/apikeys/" + key.get("id").asLong();

    assertEquals(404, underTest.login(ApiClient.newEmail()).delete(path).status());
    assertEquals(200, owner.delete(path).status());

    assertRefused(
        underTest.as(key.get("key").textValue()).get("/users/me"), 401, ErrorCode.BAD_API_KEY);
    assertEquals(404, owner.delete(path).status());
  }
}
