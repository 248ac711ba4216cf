package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedInstance.class)
class PostApiTest {

  private final TestInstance instance;
  private final Author underTest;

  PostApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = Author.of(instance);
  }

  private String page(String slug) {
    return "/" + underTest.slug() + "/p/" + slug;
  }

  @Test
  void aSlugNamesOnePostHoweverOftenItIsSaved() {
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
    "2026-01-31T09:30:00Z, 2026-01-31T09:30:00Z",
    "2026-01-31T09:30:00.123456Z, 2026-01-31T09:30:00.123456Z",
    "2026-01-31T09:30:00.123456789Z, 2026-01-31T09:30:00.123456Z",
    "2026-01-31T18:30:00+09:00, 2026-01-31T09:30:00Z",
    "2026-01-31T18:30:00+0900, 2026-01-31T09:30:00Z",
    "2026-01-31 09:30:00, 2026-01-31T09:30:00Z",
    "2026-01-31T09:30, 2026-01-31T09:30:00Z",
    "2026-01-31, 2026-01-31T00:00:00Z",
    "1969-07-20T20:17:40Z, 1969-07-20T20:17:40Z",
  })
  void aDatePublishesAsOfThen(String datetime, Instant expected) {
    JsonNode post =
        underTest.save(json("slug", "dated", "title", "t", "content", "c", "datetime", datetime));

    assertEquals(expected, Instant.parse(post.get("published_at").textValue()));
    assertEquals(post.get("published_at"), post.get("first_published_at"));
    assertEquals(200, instance.get(page("dated")).statusCode());
    JsonNode read = underTest.nobody().get(underTest.posts() + "/dated").data();
    assertEquals(post.get("published_at"), read.get("published_at"));
    assertEquals(post.get("updated_at"), read.get("updated_at"));
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday",
    "2026-13-01",
    "2026-02-30T00:00:00Z",
    "9999-01-01T00:00:00Z",
    "+999999999-01-01T00:00:00Z",
    "-999999999-01-01T00:00:00Z",
    "-4800-01-01T00:00:00Z",
    "1769852400",
    "2026-01-31T09:30:00+99:00"
  })
  void aDateThatIsNoneOrInTheFutureIsNamed(String datetime) {
    Reply reply = underTest.api().post(underTest.posts(), json("title", "t", "datetime", datetime));

    assertEquals(422, reply.status(), reply.body().toString());
    assertEquals("datetime", reply.body().get("field").textValue());
  }

  @Test
  void theFirstDateMayBeGivenAndMayNotLieAhead() {
    JsonNode post =
        underTest.save(
            json(
                "slug", "old",
                "title", "t",
                "datetime", "2026-01-31",
                "first_published_at", "2020-02-29"));
    assertEquals("2020-02-29T00:00:00Z", post.get("first_published_at").textValue());

    Reply ahead =
        underTest
            .api()
            .post(
                underTest.posts(),
                json("title", "t", "datetime", "2026-01-31", "first_published_at", "9999-01-01"));
    assertEquals("first_published_at", ahead.body().get("field").textValue());
  }

  @Test
  void whatFollowsThePaywallIsForWritersOnly() {
    JsonNode saved = underTest.published("half", "Free\n\n<!--paywall-->\n\nSecret");
    assertEquals("Secret", saved.get("paid_content").textValue().strip());
    assertTrue(saved.get("is_paid_content").booleanValue());
    assertFalse(saved.get("paid_content_removed").booleanValue());

    String path = underTest.posts() + "/half";
    JsonNode seen = underTest.nobody().get(path).data();
    assertEquals("", seen.get("paid_content").textValue());
    assertTrue(seen.get("paid_content_removed").booleanValue());
    assertTrue(seen.get("is_paid_content").booleanValue());
    assertFalse(underTest.nobody().get(underTest.posts()).body().toString().contains("Secret"));
    assertFalse(instance.get(page("half")).body().contains("Secret"));
  }

  @Test
  void theMarkdownOfAPaidPostIsForbiddenToOthers() {
    underTest.published("half", "Free\n\n<!--paywall-->\n\nSecret");
    underTest.published("free", "Free");

    JsonNode own = underTest.api().get(underTest.posts() + "/half/content").data();
    assertEquals("Free", own.get("free-content").textValue().strip());
    assertEquals("Secret", own.get("paid-content").textValue().strip());
    Reply other = underTest.somebodyElse().get(underTest.posts() + "/half/content");
    assertEquals(403, other.status());
    assertEquals(ErrorCode.PAID_CONTENT.number(), other.code());
    assertEquals(401, underTest.nobody().get(underTest.posts() + "/half/content").status());
    JsonNode free = underTest.somebodyElse().get(underTest.posts() + "/free/content").data();
    assertEquals("Free", free.get("free-content").textValue());
    assertEquals("", free.get("paid-content").textValue());
  }

  @Test
  void draftsAreHiddenFromOthers() {
    JsonNode draft = underTest.draft("secret", "x");
    String byId = underTest.posts() + "/" + draft.get("id").asLong();

    for (String path : new String[] {underTest.posts() + "/secret", byId, byId + "/content"}) {
      Reply reply = underTest.somebodyElse().get(path);
      assertEquals(404, reply.status(), path);
      assertEquals(ErrorCode.POST_NOT_FOUND.number(), reply.code());
    }
    assertEquals(200, underTest.api().get(byId).status());
    assertEquals(404, instance.get(page("secret")).statusCode());
    assertEquals(
        0, underTest.nobody().get(underTest.posts()).data().at("/pagination/total").asInt());
    assertEquals(1, underTest.api().get(underTest.posts()).data().at("/pagination/total").asInt());
    String ids = underTest.posts() + "?ids=" + draft.get("id").asLong();
    assertEquals(0, underTest.nobody().get(ids).data().size());
  }

  @Test
  void aListIsCutIntoParts() {
    for (int i = 0; i < 5; i++) {
      underTest.published("post-" + i, "x");
    }

    JsonNode part = underTest.nobody().get(underTest.posts() + "?offset=2&limit=2").data();

    assertEquals(
        "{\"total\":5,\"offset\":2,\"next_offset\":4,\"limit\":2}",
        part.get("pagination").toString());
    assertEquals(2, part.get("items").size());
    assertFalse(part.get("items").get(0).has("list"));
    JsonNode end = underTest.nobody().get(underTest.posts() + "?offset=999999").data();
    assertEquals(0, end.get("items").size());
    assertEquals(5, end.at("/pagination/total").asInt());
    assertEquals(16, end.at("/pagination/limit").asInt());
    JsonNode much = underTest.nobody().get(underTest.posts() + "?limit=2147483647").data();
    assertEquals(100, much.at("/pagination/limit").asInt());
    JsonNode none = underTest.nobody().get(underTest.posts() + "?limit=0").data();
    assertEquals(200, underTest.nobody().get(underTest.posts() + "?limit=0").status());
    assertEquals(1, none.at("/pagination/limit").asInt());
  }

  @Test
  void everyPartOfAListIsTheSameFromWhicheverEndItIsReached() {
    for (int i = 0; i < 7; i++) {
      underTest.published("post-" + i, "x");
    }
    underTest.draft("draft", "x");
    for (ApiClient reader : List.of(underTest.nobody(), underTest.api())) {
      List<JsonNode> all = ids(reader, 0, 100);
      assertEquals(reader == underTest.api() ? 8 : 7, all.size());
      for (int offset = 0; offset < 10; offset++) {
        for (int limit = 1; limit < 5; limit++) {
          assertEquals(
              all.stream().skip(offset).limit(limit).toList(),
              ids(reader, offset, limit),
              offset + " " + limit);
        }
      }
    }
  }

  private List<JsonNode> ids(ApiClient reader, int offset, int limit) {
    String query = "?offset=" + offset + "&limit=" + limit;
    JsonNode items = reader.get(underTest.posts() + query).data().get("items");
    return StreamSupport.stream(items.spliterator(), false).map(post -> post.get("id")).toList();
  }

  @ParameterizedTest
  @CsvSource({"offset=-1", "limit=-1", "offset=x", "limit=1.5", "offset=99999999999999"})
  void aPartThatCannotBeIsNamed(String query) {
    Reply reply = underTest.nobody().get(underTest.posts() + "?" + query);

    assertEquals(422, reply.status());
    assertEquals(query.split("=")[0], reply.body().get("field").textValue());
  }

  @Test
  void postsAreListedByIdInTheOrderAskedFor() {
    long a = underTest.published("a", "x").get("id").asLong();
    long b = underTest.published("b", "x").get("id").asLong();

    JsonNode found =
        underTest.nobody().get(underTest.posts() + "?ids=" + b + "," + a + ",5,,").data();

    assertTrue(found.isArray());
    assertEquals(2, found.size());
    assertEquals(b, found.get(0).get("id").asLong());
    assertEquals(422, underTest.nobody().get(underTest.posts() + "?ids=1,x").status());
    assertEquals(0, underTest.nobody().get(underTest.posts() + "?ids=").data().size());
  }

  @Test
  void publishingTwiceKeepsTheFirstDate() {
    underTest.draft("hello", "x");
    String path = underTest.posts() + "/hello/publish";

    JsonNode first = underTest.api().put(path, "null").data();
    assertEquals(200, instance.get(page("hello")).statusCode());
    JsonNode second = underTest.api().put(path, null).data();

    assertEquals(first.get("published_at"), second.get("published_at"));
    assertEquals(first.get("first_published_at"), second.get("first_published_at"));
  }

  @Test
  void publishingAgainAfterHidingKeepsTheFirstDate() {
    JsonNode first = underTest.published("hello", "x");

    JsonNode hidden = underTest.api().put(underTest.posts() + "/hello/unpublish", "null").data();
    assertTrue(hidden.get("published_at").isNull());
    assertEquals(404, instance.get(page("hello")).statusCode());
    assertEquals(404, underTest.nobody().get(underTest.posts() + "/hello").status());

    JsonNode again = underTest.api().put(underTest.posts() + "/hello/publish", "null").data();
    assertEquals(first.get("first_published_at"), again.get("first_published_at"));
    assertNotEquals(first.get("published_at"), again.get("published_at"));
    assertEquals(200, instance.get(page("hello")).statusCode());
  }

  @Test
  void aDeletedPostIsGoneEverywhere() {
    underTest.published("hello", "x");

    Reply reply = underTest.api().call("DELETE", underTest.posts() + "/hello", "null");

    assertEquals(200, reply.status());
    assertEquals(404, underTest.api().get(underTest.posts() + "/hello").status());
    assertEquals(404, instance.get(page("hello")).statusCode());
    assertEquals(404, underTest.api().delete(underTest.posts() + "/hello").status());
    assertEquals(
        0,
        underTest
            .nobody()
            .get("/lists/" + underTest.slug() + "/metrics")
            .data()
            .get("total_posts")
            .asInt(-1));
  }

  @Test
  void aDeletedDraftIsGone() {
    underTest.draft("hello", "x");

    assertEquals(200, underTest.api().call("DELETE", underTest.posts() + "/hello", "{}").status());

    assertEquals(404, underTest.api().get(underTest.posts() + "/hello").status());
  }

  @Test
  void aCopyIsADraftWithTheSameWriting() {
    JsonNode original = underTest.published("hello", "Free\n\n<!--paywall-->\n\nPaid");

    JsonNode copy = underTest.api().post(underTest.posts() + "/hello/duplicate", "null").data();
    JsonNode next = underTest.api().post(underTest.posts() + "/hello/duplicate", null).data();

    assertNotEquals(original.get("id"), copy.get("id"));
    assertNotEquals(copy.get("slug"), next.get("slug"));
    assertEquals(original.get("title"), copy.get("title"));
    assertEquals(
        original.get("paid_content").textValue().strip(),
        copy.get("paid_content").textValue().strip());
    assertTrue(copy.get("published_at").isNull());
  }

  @Test
  void pinnedPostsKeepTheirOrder() {
    long a = underTest.published("a", "x").get("id").asLong();
    long b = underTest.published("b", "x").get("id").asLong();
    String path = "/lists/" + underTest.slug() + "/pinned";

    JsonNode pinned = underTest.api().put(path, "{\"ids\":[" + b + "," + a + "]}").data();

    assertEquals(b, pinned.get(0).get("id").asLong());
    // Not all of them: a score comes a moment after its post.
    assertEquals(
        pinned.findValuesAsText("slug"),
        underTest.nobody().get(path).data().findValuesAsText("slug"));
    assertEquals(403, underTest.somebodyElse().put(path, "{\"ids\":[]}").status());
    assertEquals("ids", underTest.api().put(path, "{\"ids\":[1]}").body().get("field").textValue());
    assertEquals(422, underTest.api().put(path, "{\"ids\":[null]}").status());
    assertEquals(0, underTest.api().put(path, "{\"ids\":[]}").data().size());
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
  void aTakenSlugIsTold() {
    underTest.draft("hello", "x");
    String path = underTest.posts() + "/check/";

    assertEquals(1, underTest.api().get(path + "hello").data().get("existence").asInt());
    assertEquals(0, underTest.api().get(path + "other").data().get("existence").asInt(-1));
    assertEquals(403, underTest.somebodyElse().get(path + "hello").status());
    assertEquals(401, underTest.nobody().get(path + "hello").status());
  }

  @Test
  void optionsAreMerged() {
    underTest.draft("hello", "x");
    String path = underTest.posts() + "/hello/options";

    underTest.api().put(path, json("options", json("a", 1)));
    JsonNode post = underTest.api().put(path, json("options", json("b", "二"))).data();

    assertEquals("{\"a\":1,\"b\":\"二\"}", post.get("post_options").toString());
  }

  @Test
  void tagsComeAsTextOrAsAnArray() {
    JsonNode text = underTest.save(json("slug", "a", "title", "t", "tags", "旅, Tea、tea,,x/y"));
    assertEquals("旅,tea,x-y", text.get("tags").textValue());
    JsonNode array =
        underTest.save(json("slug", "a", "title", "t", "tags", new String[] {"b", "c d"}));
    assertEquals("b,c-d", array.get("tags").textValue());
    Reply wrong =
        underTest.api().post(underTest.posts(), json("title", "t", "tags", new int[] {1}));
    assertEquals("tags", wrong.body().get("field").textValue());
  }

  @Test
  void onlyWritersWrite() {
    underTest.published("hello", "x");
    String post = underTest.posts() + "/hello";
    for (String[] call :
        new String[][] {
          {"POST", underTest.posts()},
          {"PUT", post + "/update"},
          {"PUT", post + "/publish"},
          {"PUT", post + "/unpublish"},
          {"PUT", post + "/options"},
          {"POST", post + "/duplicate"},
          {"POST", post + "/preview"},
          {"GET", post + "/revisions"},
          {"DELETE", post}
        }) {
      String body = call[0].equals("GET") ? null : "{\"options\":{}}";
      assertEquals(401, underTest.nobody().call(call[0], call[1], body).status(), call[1]);
      assertEquals(403, underTest.somebodyElse().call(call[0], call[1], body).status(), call[1]);
    }
  }

  @Test
  void aRefusedSaveLeavesNothingBehind() {
    JsonNode before = underTest.published("hello", "Text");

    for (String bad : new String[] {"\"tags\":[1]", "\"lang\":\"!\"", "\"post_options\":5"}) {
      String body = "{\"slug\":\"%s\",\"title\":\"new\",\"content\":\"new\"," + bad + "}";
      assertEquals(422, underTest.api().post(underTest.posts(), body.formatted("hello")).status());
      assertEquals(422, underTest.api().post(underTest.posts(), body.formatted("new")).status());
    }

    JsonNode after = underTest.api().get(underTest.posts() + "/hello").data();
    assertEquals(Author.withoutScores(before), Author.withoutScores(after));
    assertEquals(1, underTest.api().get(underTest.posts()).data().at("/pagination/total").asInt());
  }

  @Test
  void aPostIsNotFoundThroughAnotherChannel() {
    long id = underTest.published("hello", "x").get("id").asLong();
    Author other = Author.of(instance);

    assertEquals(404, other.nobody().get(other.posts() + "/" + id).status());
    assertEquals(404, other.api().delete(other.posts() + "/" + id).status());
  }

  @Test
  void aPostShowsWhereItStandsAndWhatItHolds() {
    JsonNode post = underTest.published("hello", "# One\n\ntext\n\n## Two\n\ntext");

    assertEquals(underTest.slug(), post.at("/list/slug").textValue());
    assertEquals("One", post.at("/outline/0/text").textValue());
    assertEquals(2, post.at("/outline/1/level").asInt());
    assertTrue(post.at("/outline/1/id").isTextual());
    assertEquals(post.get("user_id"), post.at("/user/id"));
    assertEquals(post.get("list_id"), post.at("/list/id"));
  }
}
