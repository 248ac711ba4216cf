package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.OAuthClient;
import com.quaily.testing.OAuthClient.Tokens;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The calls of the command-line client and of the editor's plugin, in the order in which their
 * users make them.
 */
@ExtendWith(SharedInstance.class)
class ClientScenarioTest {

  private static final String SCOPE = "user.full post.write";
  private static final String DATE = "2024-05-01T08:00:00Z";

  private final TestInstance instance;
  private final Author author;
  private final OAuthClient commandLine;
  private final StoredData data;

  ClientScenarioTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
    this.commandLine = OAuthClient.commandLine(instance);
    this.data = new StoredData(instance);
  }

  @Test
  void aWriterPublishesFromTheTerminalAndGoesOnTheNextDay() throws Exception {
    Tokens tokens = commandLine.exchange(commandLine.code(author.api(), SCOPE));
    assertEquals(2_592_000, tokens.body().get("expires_in").asInt());
    ApiClient client = author.nobody().as(tokens.access());
    assertEquals(author.slug(), myChannel(client));

    JsonNode picture = upload(client);
    String content = "Text with ![a picture](" + picture.get("view_url").textValue() + ").";
    Reply saved =
        client.post(
            author.posts(),
            json(
                "slug", "walk", "title", "A walk", "content", content, "first_published_at", DATE));
    assertEquals(200, saved.status(), saved.body().toString());
    HttpResponse<String> preview =
        client.exchange(
            "GET",
            "/api" + author.posts() + "/walk/preview",
            "application/json",
            BodyPublishers.noBody());
    assertEquals(200, preview.statusCode());
    assertTrue(preview.body().contains("A walk"), preview.body());

    Reply published = client.put(author.posts() + "/walk/publish", null);
    assertEquals(DATE, published.data().get("published_at").textValue());
    assertEquals(200, instance.get(author.page("walk")).statusCode());

    aDayPasses();
    saved = client.post(author.posts(), json("slug", "walk", "title", "A long walk"));
    assertEquals(200, saved.status(), saved.body().toString());
    assertEquals(DATE, saved.data().get("published_at").textValue());
    Waiting.until(
        "the page", () -> instance.get(author.page("walk")).body().contains("A long walk"));
    Tokens refreshed = commandLine.refresh(tokens.refresh());
    assertEquals(200, refreshed.status(), refreshed.body().toString());
    ApiClient again = author.nobody().as(refreshed.access());
    assertEquals(author.slug(), myChannel(again));
  }

  @Test
  void aReaderReactsAndFindsThePostInTheReadingList() {
    long post = author.published("walk", "Text").get("id").asLong();
    ApiClient person = author.somebodyElse();
    ApiClient client = author.nobody().as(commandLine.accessToken(person, SCOPE));
    assertEquals(
        200, person.post("/subscriptions/" + author.slug() + "/no-challenge", json()).status());

    Reply reacted =
        client.post("/posts/reactions?id=" + post, json("emoji", "😀", "code", "0x1f600"));
    assertEquals(0x1f600, reacted.data().get("reactions").elements().next().intValue());

    JsonNode list = client.get("/posts/subscribed").data();
    assertTrue(list.toString().contains("\"slug\":\"walk\""), list::toString);
  }

  private String myChannel(ApiClient client) {
    String id = client.get("/users/me").data().get("id").asText();
    return client.get("/users/" + id + "/lists").data().findPath("slug").textValue();
  }

  private void aDayPasses() {
    data.execute(
        "update oauth_token set access_expires_at = access_expires_at - interval '1 day',"
            + " refresh_expires_at = refresh_expires_at - interval '1 day'"
            + " where grant_id in (select g.id from oauth_grant g join channel c"
            + " on c.user_id = g.user_id where c.slug = ?)",
        author.slug());
  }

  private static JsonNode upload(ApiClient client) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        ("--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
    ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", body);
    body.writeBytes("\r\n--xx--\r\n".getBytes(StandardCharsets.US_ASCII));
    Reply reply =
        client.send(
            "POST",
            "/attachments",
            "multipart/form-data; boundary=xx",
            BodyPublishers.ofByteArray(body.toByteArray()));
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data();
  }
}
