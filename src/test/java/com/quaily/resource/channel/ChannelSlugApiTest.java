package com.quaily.resource.channel;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class ChannelSlugApiTest {

  private final Author author;
  private final ApiClient underTest;

  ChannelSlugApiTest(TestInstance instance) {
    this.author = Author.of(instance);
    this.underTest = author.api();
  }

  private JsonNode suggested(String title) {
    return underTest
        .get("/lists/new?title=" + URLEncoder.encode(title, StandardCharsets.UTF_8))
        .data();
  }

  private int codeOf(String slug) {
    return underTest.get("/lists/new?slug=" + slug).data().get("code").asInt(-1);
  }

  @Test
  void aTitleInAnyScriptGivesAFreeSlug() {
    String name = ApiClient.newSlug();

    assertEquals(name, suggested(name.replace("-", " ")).get("slug").textValue());
    assertEquals("", suggested("！？").get("slug").textValue());
    assertEquals("channel-2026", suggested("2026").get("slug").textValue());
    assertEquals("posts-2", suggested("Posts").get("slug").textValue());
  }

  @Test
  void aTakenSlugIsSuggestedWithANumber() {
    String slug = ApiClient.newSlug();
    underTest.post("/lists", json("slug", slug, "title", "Taken"));

    assertEquals(slug + "-2", suggested(slug).get("slug").textValue());
  }

  @Test
  void aCheckTellsWhatCreationWouldAnswer() {
    assertEquals(0, codeOf(ApiClient.newSlug()));
    assertEquals(ErrorCode.SLUG_TAKEN.number(), codeOf(author.slug()));
    assertEquals(ErrorCode.SLUG_RESERVED.number(), codeOf("dashboard"));
    assertEquals(ErrorCode.SLUG_INVALID.number(), codeOf("12345"));
    assertEquals(ErrorCode.MISSING_FIELD.number(), codeOf(""));
  }

  @Test
  void onlySomebodyWhoIsSignedInCanAsk() {
    assertEquals(401, author.nobody().get("/lists/new?slug=letters").status());
  }
}
