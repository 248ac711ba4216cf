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
import com.quaily.testing.Waiting;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  @ParameterizedTest
  @CsvSource({
    "Weekly notes, Weekly notes, weekly-notes, weekly-notes-2",
    "東京, 東經, dong-jing, dong-jing-2",
    "'', '', untitled, untitled-2",
    "Café, CAFE!, cafe, cafe-2",
  })
  void twoPostsOfOneTitleAreTwoPosts(String one, String other, String slug, String next) {
    JsonNode first =
        underTest.save(json("title", one, "content", "first", "datetime", "2026-01-01"));
    JsonNode second = underTest.save(json("title", other, "content", "second"));

    assertEquals(slug, first.get("slug").textValue());
    assertEquals(next, second.get("slug").textValue());
    JsonNode kept = underTest.nobody().get(underTest.posts() + "/" + slug).data();
    assertEquals("first", kept.get("content").textValue());
    assertEquals(first.get("id"), kept.get("id"));
  }

  @ParameterizedTest
  @CsvSource({
    "第3回 東京レター, '', 3-reta",
    "東京, zh, dong-jing",
    "さくらの話, '', sakurano",
    "東京ニュース 2026年, ja, nyusu-2026",
  })
  void aJapaneseTitleIsNotReadAsChinese(String title, String lang, String slug) {
    JsonNode post = underTest.save(json("title", title, "lang", lang, "content", "x"));

    assertEquals(slug, post.get("slug").textValue());
    String japanese = underTest.save(json("title", "吾輩", "lang", "ja")).get("slug").textValue();
    assertTrue(japanese.matches("post-[0-9a-f]{8}"), japanese);
  }

  @Test
  void aTextMayBeginWithAByteOrderMark() {
    JsonNode post = underTest.save(json("slug", "bom", "title", "t", "content", "\ufeff# Hi"));

    assertEquals("# Hi", post.get("content").textValue());
  }

  @Test
  void tagsOfLanguagesStayApart() {
    JsonNode post =
        underTest.save(
            json(
                "slug",
                "t",
                "title",
                "t",
                "tags",
                "C, C#, C++, F#, #news",
                "datetime",
                "2026-01-01"));

    assertEquals("c,csharp,c++,fsharp,news", post.get("tags").textValue());
    String address = "/" + underTest.slug() + "/tags/c++";
    Waiting.until("tag", () -> underTest.instance().get(address).statusCode() == 200);
    String page = underTest.instance().get(address).body();
    assertTrue(
        page.contains("rel=\"canonical\" href=\"" + underTest.instance().url() + address), page);
  }

  @Test
  void aMadeSlugIsFreeHoweverManyHaveItsLike() {
    Set<String> slugs = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      slugs.add(underTest.save(json("title", "Notes", "content", "x")).get("slug").textValue());
    }
    assertEquals(12, slugs.size(), slugs::toString);
    String longest = "word".repeat(50);
    underTest.save(json("title", longest, "content", "x"));
    JsonNode again = underTest.save(json("title", longest, "content", "y"));
    assertTrue(again.get("slug").textValue().endsWith("-2"), again.toString());
  }

  @Test
  void aMadeSlugLeavesOldAddressesToTheirPost() {
    underTest.published("first-words", "x");
    String update = underTest.posts() + "/first-words/update";
    assertEquals(200, underTest.api().put(update, json("slug", "moved")).status());

    JsonNode made = underTest.save(json("title", "First words", "content", "y"));

    assertEquals("first-words-2", made.get("slug").textValue());
    Waiting.until(
        "the redirect",
        () -> underTest.instance().get(underTest.page("first-words")).statusCode() == 301);
  }

  @Test
  void anAddressWithoutThePLeadsToThePost() {
    underTest.published("short-way", "x");
    String channel = "/" + underTest.slug();
    HttpResponse<String> found = underTest.instance().get(channel + "/short-way?a=b");
    assertEquals(301, found.statusCode());
    assertEquals(
        channel + "/p/short-way?a=b",
        found.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""));
    assertEquals(404, underTest.instance().get(channel + "/no-such-post").statusCode());

    String update = underTest.posts() + "/short-way/update";
    assertEquals(200, underTest.api().put(update, json("slug", "new-way")).status());
    Waiting.until(
        "the redirect to the new slug",
        () ->
            underTest
                .instance()
                .get(channel + "/short-way")
                .headers()
                .firstValue("Location")
                .filter(location -> location.endsWith("/p/new-way"))
                .isPresent());
  }

  @Test
  void postsOfOneTitleSavedAtOnceAreAsManyPosts() throws Exception {
    List<Reply> replies =
        PostConcurrencyApiTest.atOnce(
            i ->
                underTest.api().post(underTest.posts(), json("title", "Race", "content", "t" + i)));

    assertTrue(replies.stream().allMatch(reply -> reply.status() == 200), replies::toString);
    assertEquals(
        6, replies.stream().map(reply -> reply.data().get("slug").textValue()).distinct().count());
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
