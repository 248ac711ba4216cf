package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.math.BigInteger;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class ChannelPushApiTest {

  private final Author author;
  private final String path;

  ChannelPushApiTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.path = "/lists/" + author.slug() + "/channel";
  }

  @Test
  void aNewChannelPushesNowhere() {
    JsonNode push = author.api().get(path).data();

    assertFalse(push.get("telegram_channel_enabled").booleanValue());
    assertFalse(push.get("has_line_keys").booleanValue());
    assertTrue(push.get("list_id").asLong() > 0);
  }

  @Test
  void omittedFieldsKeepTheirValuesAndAddressesAppearOnTheChannel() {
    author
        .api()
        .put(
            path,
            json(
                "telegram_custom_bot_enabled", true,
                "telegram_channel_id", "@letters",
                "telegram_channel_url", "https://t.me/letters"));

    JsonNode push = author.api().put(path, json("slack_channel_name", "general")).data();

    assertTrue(push.get("telegram_custom_bot_enabled").booleanValue());
    assertEquals("@letters", push.get("telegram_channel_id").textValue());
    assertEquals("general", push.get("slack_channel_name").textValue());
    assertEquals(push, author.api().get(path).data());
    assertEquals(
        "https://t.me/letters",
        author
            .nobody()
            .get("/lists/" + author.slug())
            .data()
            .get("telegram_channel_url")
            .textValue());
  }

  @Test
  void secretsAreNeverReturned() {
    JsonNode push =
        author
            .api()
            .put(path, json("bluesky_password", "s3cret-word", "bluesky_username", "m"))
            .data();

    assertEquals("m", push.get("bluesky_username").textValue());
    assertFalse(push.toString().contains("s3cret"));
    assertFalse(push.has("bluesky_password"));
    assertFalse(author.api().get(path).body().toString().contains("s3cret"));
  }

  @Test
  void theSettingsSayWhoseTheyAre() {
    JsonNode push = author.api().get(path).data();

    assertEquals(author.slug(), push.at("/list/slug").textValue());
    assertEquals(push.get("list_id"), push.at("/list/id"));
    assertEquals(push.get("list"), author.api().put(path, json()).data().get("list"));
  }

  @Test
  void addressesAreWebAddresses() {
    var reply = author.api().put(path, json("discord_channel_invite_url", "javascript:x"));

    assertEquals(422, reply.status());
    assertEquals("discord_channel_invite_url", reply.body().get("field").textValue());
  }

  @Test
  void newLineKeysAreCreatedAndOnlyThePublicKeyIsShown() throws Exception {
    String first = author.api().post(path + "/line/keys", null).data().get("line_jwk_pub").asText();
    JsonNode push = author.api().post(path + "/line/keys", null).data();

    JsonNode key = new ObjectMapper().readTree(push.get("line_jwk_pub").textValue());
    assertEquals("RSA", key.get("kty").textValue());
    byte[] modulus = Base64.getUrlDecoder().decode(key.get("n").textValue());
    assertEquals(2048, new BigInteger(1, modulus).bitLength());
    assertEquals(push.get("line_jwk_pub"), push.get("line_jwk_pub_decoded"));
    assertTrue(push.get("has_line_keys").booleanValue());
    assertNotEquals(first, push.get("line_jwk_pub").textValue());
    assertFalse(push.toString().contains("private"));
  }

  @Test
  void otherUsersCannotSeeIt() {
    assertEquals(403, author.somebodyElse().get(path).status());
    assertEquals(401, author.nobody().get(path).status());
    assertEquals(403, author.somebodyElse().post(path + "/line/keys", null).status());
  }
}
