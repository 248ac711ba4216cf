package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command-line client, the JavaScript client and the editor's plugin ask for. */
@ExtendWith(SharedInstance.class)
class RealClientApiTest {

  private final TestInstance instance;
  private final Author underTest;

  RealClientApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = Author.of(instance);
  }

  private String key() {
    return underTest.api().post("/apikeys", json("name", "laptop")).data().get("key").textValue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x1f600", "0X1F600", "1f600", "U+1F600", "u+1f600"})
  void aReactionNamesItsSignInHexadecimal(String code) {
    long id = underTest.published("hello", "x").get("id").asLong();
    Object body = json("emoji", "😀", "code", code);

    JsonNode post = underTest.api().post("/posts/reactions?id=" + id, body).data();

    assertEquals(0x1f600, post.get("reactions").elements().next().intValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"smile", "0x", "0x110000", "41", "-1", "1f6001f600"})
  void whatNamesNoSignIsRefused(String code) {
    long id = underTest.published("hello", "x").get("id").asLong();

    Reply refused = underTest.api().post("/posts/reactions?id=" + id, json("code", code));

    assertEquals(422, refused.status());
    assertEquals("code", refused.body().get("field").textValue());
  }

  @Test
  void aKeyReadsWhatItsOwnerSubscribedTo() {
    underTest.published("hello", "x");
    underTest.api().post("/subscriptions/" + underTest.slug() + "/no-challenge", json());

    Reply reply = underTest.nobody().as(key()).get("/posts/subscribed");

    assertEquals(200, reply.status(), reply.body().toString());
  }

  @Test
  void writersListTheirDrafts() {
    underTest.draft("one", "x");
    underTest.published("two", "x");
    underTest.draft("three", "x");

    JsonNode drafts = underTest.api().get(underTest.posts() + "?type=draft").data();

    assertEquals(2, drafts.at("/pagination/total").asInt());
    assertEquals("three", drafts.at("/items/0/slug").textValue());
    assertEquals("one", drafts.at("/items/1/slug").textValue());
    assertEquals(401, underTest.nobody().get(underTest.posts() + "?type=draft").status());
    assertEquals(403, underTest.somebodyElse().get(underTest.posts() + "?type=draft").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cover.png", "./images/a b.png", "../x.jpg", "images/東京.webp", "[[x.png]]"})
  void aCoverThatNobodyCouldLoadDoesNotCostTheText(String cover) {
    JsonNode saved =
        underTest.save(
            json("slug", "hello", "title", "t", "content", "kept", "cover_image_url", cover));

    assertEquals("", saved.get("cover_image_url").textValue());
    assertEquals("kept", saved.get("content").textValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", "file:///etc/passwd", "ftp://x.example/a.png", "//x"})
  void anAddressOfAnotherKindIsStillRefused(String cover) {
    Object body = json("slug", "hello", "title", "t", "cover_image_url", cover);
    assertEquals(422, underTest.api().post(underTest.posts(), body).status());
  }

  @Test
  void anOldSlugLeadsToThePost() {
    underTest.published("hello", "x");
    underTest.api().put(underTest.posts() + "/hello/update", json("slug", "moved"));

    Reply reply = underTest.nobody().get(underTest.posts() + "/hello");

    assertEquals(200, reply.status());
    assertEquals("moved", reply.data().get("slug").textValue());
  }

  private HttpResponse<String> preview(ApiClient client, String query) {
    String path = underTest.posts() + "/hello/preview" + query;
    return client.exchange("GET", "/api" + path, null, BodyPublishers.noBody());
  }

  @Test
  void aPreviewTakesTheTokenOfWhoeverWrites() {
    underTest.draft("hello", "Some *words*");

    assertTrue(preview(underTest.api(), "").body().contains("<em>words</em>"));
    assertEquals(200, preview(underTest.nobody().as(key()), "").statusCode());
    assertEquals(404, preview(underTest.somebodyElse(), "").statusCode());
    assertEquals(404, preview(underTest.nobody(), "").statusCode());
  }

  @Test
  void theEditorGetsATokenThatShowsPreviewsAndNothingElse() {
    underTest.draft("hello", "Some *words*");
    String issue = "/auth/ephemeral?origin=app://obsidian.md";
    String first = underTest.api().post(issue, "null").data().get("ephemeral_token").textValue();
    String second = underTest.api().post(issue, "null").data().get("ephemeral_token").textValue();
    String strangers =
        underTest.somebodyElse().post(issue, "null").data().get("ephemeral_token").textValue();

    assertEquals(200, preview(underTest.nobody(), "?access_token=" + first).statusCode());
    assertEquals(404, preview(underTest.nobody(), "?access_token=" + first).statusCode());
    assertEquals(404, preview(underTest.nobody(), "?access_token=" + strangers).statusCode());
    Reply exchanged = underTest.nobody().post("/auth/ephemeral/exchange?token=" + second, "null");
    assertEquals(401, exchanged.status());
  }

  @Test
  void tokensAndTheComposerAnswerAtTheRootOfTheSiteToo() {
    HttpResponse<String> token =
        instance.send(
            HttpRequest.newBuilder(URI.create(instance.url() + "/oauth/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    BodyPublishers.ofString(
                        "grant_type=refresh_token&refresh_token=x&client_id=y")));
    assertTrue(token.body().contains("\"error\""), token.body());
    for (String path : new String[] {"/composer/metadata", "/auxilia/composer/metadata"}) {
      HttpResponse<String> made =
          instance.send(
              HttpRequest.newBuilder(URI.create(instance.url() + path))
                  .header("Content-Type", "application/json")
                  .header("X-QUAIL-KEY", key())
                  .POST(BodyPublishers.ofString("{\"title\": \"A day\"}")));
      assertEquals(200, made.statusCode(), made.body());
      assertTrue(made.body().contains("a-day"), made.body());
    }
  }
}
