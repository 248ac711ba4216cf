package com.quaily.resource.delivery;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.Author;
import com.quaily.testing.RemoteStub;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody reaches servers in private networks by naming them. */
@ExtendWith(SharedInstance.class)
class PrivateAddressApiTest {

  private final RemoteStub inside = new RemoteStub();
  private final Author author;

  PrivateAddressApiTest(TestInstance instance) {
    this.author = Author.of(instance);
  }

  @AfterEach
  void stop() {
    inside.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://127.0.0.1", "https://localhost", "https://[::1]", "https://10.0.0.1"})
  void aServerOfMastodonIsPublic(String server) {
    Reply reply = saveMastodon(server + ":" + inside.uri("/").getPort());

    assertEquals(8407, reply.code(), reply.body().toString());
    assertEquals(0, inside.count());
  }

  @Test
  void aServerOfMastodonHasTls() {
    Reply reply = saveMastodon(inside.uri("").toString());

    assertEquals(8407, reply.code());
    assertTrue(reply.body().get("message").textValue().contains("https://"));
    assertEquals(0, inside.count());
  }

  @Test
  void anEventIsNotSentToAPrivateAddress() {
    String hooks = "/lists/" + author.slug() + "/webhooks";
    String url = "https://localhost:" + inside.uri("/").getPort() + "/";
    long id = author.api().post(hooks, json("url", url)).data().get("id").asLong();

    author.api().post(hooks + "/" + id + "/test", null);

    String deliveries = hooks + "/" + id + "/deliveries";
    Waiting.until(
        "an attempt",
        () -> !author.api().get(deliveries).data().get(0).get("attempted_at").isNull());
    JsonNode delivery = author.api().get(deliveries).data().get(0);
    assertEquals(0, delivery.get("status").asInt());
    assertEquals(0, inside.count());
  }

  @Test
  void aWebhookHasTls() {
    Reply reply =
        author
            .api()
            .post("/lists/" + author.slug() + "/webhooks", json("url", "http://a.example/"));

    assertEquals(422, reply.status());
    assertEquals("url", reply.body().get("field").textValue());
  }

  private Reply saveMastodon(String server) {
    return author
        .api()
        .put(
            "/lists/" + author.slug() + "/channel",
            json(
                "mastodon_channel_enabled",
                true,
                "mastodon_server_url",
                server,
                "mastodon_access_token",
                "t"));
  }
}
