package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Slugs of posts. */
@ExtendWith(SharedInstance.class)
class PostSlugApiTest {

  private final Author underTest;

  PostSlugApiTest(TestInstance instance) {
    this.underTest = Author.of(instance);
  }

  @Test
  void savingASlugRepeatedlyKeepsOnePost() {
    JsonNode first = underTest.draft("hello", "One");
    JsonNode second = underTest.draft("hello", "Two");

    assertEquals(first.get("id"), second.get("id"));
    assertEquals("Two", second.get("content").textValue());
    assertTrue(second.get("published_at").isNull());
  }

  @ParameterizedTest
  @CsvSource({
    "Hello World, hello-world",
    "吾輩は猫である, ",
    "第3回 東京レター, ",
    "2026, post-2026",
    "'!!!', ",
  })
  void aPostWithoutASlugGetsOneFromItsTitle(String title, String slug) {
    JsonNode post = underTest.save(json("title", title, "content", "x"));

    assertTrue(post.get("slug").textValue().matches("[a-z0-9_-]{1,128}"), post.toString());
    if (slug != null) {
      assertEquals(slug, post.get("slug").textValue());
    }
    assertEquals(title, post.get("title").textValue());
  }

  @Test
  void noPostHasASlugThatIsAnAddressOfTheApi() {
    Reply refused = underTest.api().post(underTest.posts(), json("slug", "check", "title", "t"));
    assertEquals(422, refused.status());
    assertEquals(ErrorCode.SLUG_RESERVED.number(), refused.code());
    assertEquals("slug", refused.body().get("field").textValue());
    String made = underTest.save(json("title", "Check", "content", "c")).get("slug").textValue();
    assertEquals("post-check", made);
    Reply content = underTest.api().get(underTest.posts() + "/" + made + "/content");
    assertEquals("c", content.data().get("free-content").textValue());
  }

  @Test
  void aTakenSlugIsReported() {
    underTest.draft("hello", "x");
    String path = underTest.posts() + "/check/";

    assertEquals(1, underTest.api().get(path + "hello").data().get("existence").asInt());
    assertEquals(0, underTest.api().get(path + "other").data().get("existence").asInt(-1));
    assertEquals(403, underTest.somebodyElse().get(path + "hello").status());
    assertEquals(401, underTest.nobody().get(path + "hello").status());
  }
}
