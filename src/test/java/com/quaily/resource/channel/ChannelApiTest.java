package com.quaily.resource.channel;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class ChannelApiTest {

  private final TestInstance instance;
  private final Author author;
  private final ApiClient underTest;

  ChannelApiTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
    this.underTest = author.api();
  }

  private String path() {
    return "/lists/" + author.slug();
  }

  @Test
  void aNewChannelIsShownWhole() {
    String slug = ApiClient.newSlug();

    Reply reply =
        underTest.post(
            "/lists",
            json(
                "slug", slug,
                "title", "静かな手紙",
                "description", "On *tea*.",
                "avatar_image_url", "https://a.example/a.png"));

    assertEquals(200, reply.status());
    JsonNode channel = reply.data();
    assertEquals("静かな手紙", channel.get("title").textValue());
    assertEquals("On *tea*.", channel.get("description").textValue());
    assertTrue(channel.get("description_html").textValue().contains("<em>tea</em>"));
    assertEquals("https://a.example/a.png", channel.get("avatar_image_url").textValue());
    assertEquals(0, channel.at("/metrics/total_posts").asInt(-1));
    assertEquals(channel.get("user_id"), channel.at("/user/id"));
    assertFalse(channel.get("user").has("email"));
  }

  @Test
  void itIsFoundByIdAndBySlugWithOrWithoutASlash() {
    JsonNode bySlug = author.nobody().get(path()).data();
    long id = bySlug.get("id").asLong();

    assertEquals(bySlug, author.nobody().get("/lists/" + id).data());
    assertEquals(bySlug, author.nobody().get(path() + "/").data());
    assertEquals(bySlug.get("metrics"), author.nobody().get(path() + "/metrics/").data());
  }

  @Test
  void anUnknownChannelIsNotFound() {
    Reply reply = author.nobody().get("/lists/no-such-letters");

    assertEquals(404, reply.status());
    assertEquals(ErrorCode.CHANNEL_NOT_FOUND.number(), reply.code());
    assertEquals(404, author.nobody().get("/lists/999999999999").status());
    assertEquals(404, author.nobody().get("/lists/domains/no.such.example").status());
  }

  @Test
  void omittedFieldsKeepTheirValues() {
    underTest.put(path(), json("tagline", "a tagline", "description", "a description"));

    JsonNode changed = underTest.put(path(), json("title", "New title")).data();

    assertEquals("New title", changed.get("title").textValue());
    assertEquals("a tagline", changed.get("tagline").textValue());
    assertEquals("a description", changed.get("description").textValue());
  }

  @Test
  void optionsAreMerged() {
    underTest.put(path() + "/options", json("options", json("theme", "pebble", "bulletin", "hi")));

    JsonNode changed =
        underTest.put(path() + "/options", json("options", json("language", "ja"))).data();

    assertEquals("hi", changed.at("/list_options/bulletin").textValue());
    assertEquals("ja", changed.at("/list_options/language").textValue());
  }

  @Test
  void optionsOfTheWrongFormAreNamed() {
    Reply accent = underTest.put(path() + "/options", json("options", json("accent", "red")));
    assertEquals("options.accent", accent.body().get("field").textValue());
    Reply language = underTest.put(path() + "/options", json("options", json("language", 5)));
    assertEquals("options.language", language.body().get("field").textValue());
    Reply missing = underTest.put(path() + "/options", json());
    assertEquals("options", missing.body().get("field").textValue());
  }

  @Test
  void onlyTheOwnerChangesIt() {
    assertEquals(401, author.nobody().put(path(), json("title", "x")).status());
    assertEquals(401, author.nobody().post("/lists", json("slug", "x")).status());
    Reply stranger = author.somebodyElse().put(path(), json("title", "x"));
    assertEquals(403, stranger.status());
    assertEquals(ErrorCode.FORBIDDEN.number(), stranger.code());
    assertEquals(403, author.somebodyElse().put(path() + "/slug?slug=stolen-one", null).status());
    assertEquals(
        403, author.somebodyElse().put(path() + "/options", json("options", json())).status());
    assertEquals(404, underTest.put("/lists/no-such-letters", json("title", "x")).status());
  }

  @Test
  void anOldAddressRedirectsPermanently() {
    author.published("hello", "Text");
    String moved = ApiClient.newSlug();

    Reply reply = underTest.put(path() + "/slug?slug=" + moved, null);

    assertEquals(moved, reply.data().get("slug").textValue());
    assertEquals(reply.data().get("id"), author.nobody().get(path()).data().get("id"));
    for (String below : new String[] {"", "/p/hello", "/feed/atom"}) {
      String old = "/" + author.slug() + below;
      Waiting.until(old, () -> instance.get(old).statusCode() == 301);
      assertTrue(
          instance
              .get(old)
              .headers()
              .firstValue("Location")
              .orElseThrow()
              .endsWith("/" + moved + below));
      Waiting.until(moved, () -> instance.get("/" + moved + below).statusCode() == 200);
    }
  }

  @Test
  void theOldSlugOfAChannelIsNotGivenToAnother() {
    underTest.put(path() + "/slug?slug=" + ApiClient.newSlug(), null);

    Reply reply = underTest.post("/lists", json("slug", author.slug(), "title", "Thief"));

    assertEquals(409, reply.status());
    assertEquals(ErrorCode.SLUG_TAKEN.number(), reply.code());
  }

  @Test
  void aChannelMayReturnToItsOldSlug() {
    String other = ApiClient.newSlug();
    underTest.put(path() + "/slug?slug=" + other, null);

    Reply back = underTest.put("/lists/" + other + "/slug?slug=" + author.slug(), null);

    assertEquals(author.slug(), back.data().get("slug").textValue());
    Waiting.until(
        "page at its first address", () -> instance.get("/" + author.slug()).statusCode() == 200);
    Waiting.until("redirect", () -> instance.get("/" + other).statusCode() == 301);
  }

  @Test
  void anAddressOfTheSiteItselfIsRefused() {
    for (String reserved : new String[] {"api", "dashboard", "media", "assets", "en", "login"}) {
      Reply reply = underTest.post("/lists", json("slug", reserved, "title", "x"));
      assertEquals(422, reply.status(), reserved);
      assertEquals(ErrorCode.SLUG_RESERVED.number(), reply.code(), reserved);
    }
  }

  @Test
  void aSlugIsLowerCaseLettersDigitsAndDashesAndNotDigitsAlone() {
    String[] bad = {
      "Ａ",
      "Letters",
      "a b",
      "a/b",
      "..",
      ".",
      "a.b",
      "手紙",
      "12345",
      "123456789012345678901",
      "a".repeat(129),
      "a\u0000",
      "%2e"
    };
    for (String slug : bad) {
      Reply reply = underTest.post("/lists", json("slug", slug, "title", "x"));
      assertEquals(422, reply.status(), slug);
      assertEquals("slug", reply.body().get("field").textValue(), slug);
    }
  }

  @Test
  void aTitleIsRequired() {
    Reply reply = underTest.post("/lists", json("slug", ApiClient.newSlug()));

    assertEquals(ErrorCode.MISSING_FIELD.number(), reply.code());
    assertEquals("title", reply.body().get("field").textValue());
  }

  @Test
  void addressesOfPicturesAreWebAddresses() {
    for (String url : new String[] {"javascript:alert(1)", "data:text/html,x", "//a", "ftp://a"}) {
      Reply reply = underTest.put(path(), json("avatar_image_url", url));
      assertEquals(422, reply.status(), url);
      assertEquals("avatar_image_url", reply.body().get("field").textValue());
    }
  }
}
