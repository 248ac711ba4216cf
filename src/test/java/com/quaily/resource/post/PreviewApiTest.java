package com.quaily.resource.post;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class PreviewApiTest {

  private final TestInstance instance;
  private final Author underTest;

  PreviewApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = Author.of(instance);
  }

  private String path(String slug) {
    return underTest.posts() + "/" + slug + "/preview";
  }

  private String token(String slug) {
    JsonNode created = underTest.api().post(path(slug), "null").data();
    assertEquals(created.get("token"), created.get("access_token"));
    return created.get("access_token").textValue();
  }

  private HttpResponse<String> preview(String slug, String token) {
    return instance.get("/api" + path(slug) + "?access_token=" + token);
  }

  @Test
  void aDraftIsVisibleWithItsToken() {
    underTest.draft("hello", "Some *words*");

    HttpResponse<String> page = preview("hello", token("hello"));

    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    assertTrue(page.body().contains("<em>words</em>"));
    assertEquals("no-store", page.headers().firstValue("Cache-Control").orElseThrow());
    assertTrue(page.headers().firstValue("X-Robots-Tag").orElseThrow().contains("noindex"));
    assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
  }

  @Test
  void itShowsWhatThePostSaysNow() {
    underTest.draft("hello", "before");
    String token = token("hello");
    underTest.draft("hello", "afterwards");

    assertTrue(preview("hello", token).body().contains("afterwards"));
  }

  @Test
  void withoutAValidTokenNothingIsVisible() {
    underTest.draft("hello", "words");
    underTest.draft("other", "words");
    String other = token("other");

    assertEquals(404, preview("hello", "").statusCode());
    assertEquals(404, preview("hello", "guess").statusCode());
    assertEquals(404, preview("hello", "%00").statusCode());
    HttpResponse<String> refused = preview("hello", other);
    assertEquals(404, refused.statusCode());
    assertFalse(refused.body().contains("words"));
    assertEquals(
        ErrorCode.PREVIEW_NOT_FOUND.number(), underTest.nobody().get(path("hello")).code());
  }

  @Test
  void aTokenExpires() {
    long id = underTest.draft("hello", "words").get("id").asLong();
    String token = token("hello");
    new StoredData(instance)
        .execute("update preview_token set expires_at = now() where post_id = ?", id);

    assertEquals(404, preview("hello", token).statusCode());
  }
}
