package com.quaily.resource;

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
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class SearchApiTest {

  private final Author author;

  SearchApiTest(TestInstance instance) {
    author = Author.of(instance);
  }

  /** Of the items themselves, not of nested objects. */
  private static List<String> slugs(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.get("slug").textValue())
        .toList();
  }

  private List<String> found(String query) {
    JsonNode items =
        author
            .nobody()
            .post("/posts/search", json("q", query, "list", author.slug()))
            .data()
            .get("items");
    return slugs(items);
  }

  private void publish(String slug, String title, String content) {
    author.save(
        json("slug", slug, "title", title, "content", content, "datetime", "2026-01-31T09:30:00Z"));
  }

  private void awaitFound(String query, String slug) {
    Waiting.until(query + " finds " + slug, () -> found(query).contains(slug));
  }

  @Test
  void englishIsFoundByTheStemsOfItsWordsAndByBeginnings() {
    publish("harbour", "A quiet harbour", "Boats were sleeping at the café near the lighthouse.");
    awaitFound("boat sleep", "harbour");

    assertEquals(List.of("harbour"), found("Cafe light"));
    assertEquals(List.of(), found("quiet mountain"));
  }

  @Test
  void japaneseIsFoundWithoutSpaces() {
    publish("tokyo", "東京の朝", "駅前の喫茶店でコーヒーを飲みました。猫がいた。");
    awaitFound("喫茶店", "tokyo");

    assertEquals(List.of("tokyo"), found("猫"));
    assertEquals(List.of("tokyo"), found("東京 コーヒー"));
    assertEquals(List.of(), found("大阪"));
  }

  @Test
  void hiraganaAndKatakanaFindEachOther() {
    publish("coffee", "コーヒーとさくら", "ラーメンのはなし。ヴァイオリンも。");
    awaitFound("こーひー", "coffee");

    for (String query : List.of("コーヒー", "ｺｰﾋｰ", "らーめん", "サクラ", "ハナシ", "ゔぁいおりん")) {
      assertEquals(List.of("coffee"), found(query), query);
    }
    assertEquals(List.of(), found("みるく"));
  }

  @Test
  void wordsThatStandInEveryTextFindNothingByThemselves() {
    publish("the-and", "The and of the", "It is what it is, and that is that.");
    publish("sea", "The sea", "Of ships.");
    awaitFound("ships", "sea");

    for (String query : List.of("the", "of the", "and", "it is", "The AND of")) {
      assertEquals(List.of(), found(query), query);
      Reply channels = author.nobody().post("/lists/search", json("q", query));
      assertEquals(0, channels.data().at("/pagination/total").asInt(), query);
    }
    assertEquals(List.of("sea"), found("the sea"));
  }

  @Test
  void chineseIsFoundInEitherForm() {
    publish("taiwan", "臺灣的書店", "這是一家獨立書店。");
    awaitFound("独立书店", "taiwan");

    assertEquals(List.of("taiwan"), found("獨立書店"));
  }

  @Test
  void aMistypedTitleIsFoundBySimilarity() {
    publish("lighthouse", "Lighthouse keepers", "Text.");
    awaitFound("Lighthouse", "lighthouse");

    assertEquals(List.of("lighthouse"), found("Lighthuose keeper"));
  }

  @Test
  void draftsAndPaidPartsAreNotFoundByReaders() {
    author.draft("secret", "An unpublished walrus.");
    publish("paid", "Public", "Open text.\n\n<!--paywall-->\n\nA hidden walrus.");
    Waiting.until(
        "the draft in its writer's search",
        () -> slugs(searchAll("walrus").data().get("items")).contains("secret"));

    Reply all = searchAll("walrus");
    assertEquals(1, all.data().at("/pagination/total").asInt());
    assertEquals(List.of(), found("walrus"));
    assertEquals(
        403,
        author
            .somebodyElse()
            .post("/posts/all/search", json("q", "walrus", "list", author.slug()))
            .status());
  }

  private Reply searchAll(String query) {
    return author.api().post("/posts/all/search", json("q", query, "list", author.slug()));
  }

  @Test
  void anUnpublishedPostIsNotFound() {
    publish("gone", "Ephemeral zeppelin", "Text.");
    awaitFound("zeppelin", "gone");

    author.api().put(author.posts() + "/gone/unpublish", null);

    assertEquals(List.of(), found("zeppelin"));
  }

  @Test
  void resultsNameTheirChannelAndTheSiteIsSearchedWithListZero() {
    publish("kiwi", "Solitary kakapo", "Text.");
    awaitFound("kakapo", "kiwi");

    JsonNode item =
        author
            .nobody()
            .post("/posts/search", json("q", "kakapo", "list", 0, "offset", 0))
            .data()
            .at("/items/0");

    assertEquals("kiwi", item.get("slug").textValue());
    assertEquals(author.slug(), item.at("/list/slug").textValue());
  }

  @Test
  void channelsAreFoundByTheirWords() {
    String slug = ApiClient.newSlug();
    author.api().post("/lists", json("slug", slug, "title", "静かな港の手紙", "description", "Tidings"));
    Waiting.until("the channel", () -> channels("静かな港").contains(slug));

    assertTrue(channels("tiding").contains(slug));
    assertFalse(channels("騒がしい").contains(slug));
  }

  private List<String> channels(String query) {
    JsonNode items = author.nobody().post("/lists/search", json("q", query)).data().get("items");
    return slugs(items);
  }

  @Test
  void postsAboutTheSameAreShownAsSimilarBothWays() {
    publish("bread-1", "Sourdough bread at home", "Flour, water, salt.");
    publish("bread-2", "Baking sourdough", "The starter needs a day.");
    publish("trains", "Night trains", "Across the border.");

    Waiting.until(
        "similar posts",
        () ->
            similar("bread-1").equals(List.of("bread-2"))
                && similar("bread-2").equals(List.of("bread-1")));
    assertEquals(List.of(), similar("trains"));
  }

  @Test
  void aNewTitleChangesTheSimilarPosts() {
    publish("bread-1", "Sourdough bread", "Flour, water, salt.");
    publish("bread-2", "Baking sourdough", "The starter needs a day.");
    Waiting.until("similar posts", () -> similar("bread-2").equals(List.of("bread-1")));

    publish("bread-1", "Night trains", "Across the border.");
    Waiting.until("nothing similar", () -> similar("bread-2").isEmpty());
    publish("bread-3", "Rye sourdough", "Darker.");

    Waiting.until("similar posts", () -> similar("bread-3").equals(List.of("bread-2")));
    assertEquals(List.of(), similar("bread-1"));
  }

  private List<String> similar(String slug) {
    return author
        .nobody()
        .get(author.posts() + "/" + slug)
        .data()
        .get("similar_post_items")
        .findValuesAsText("slug");
  }

  @Test
  void postsAreListedByScoreAndByKind() {
    publish("old", "Old", "Text.");
    author.save(
        json(
            "slug", "new", "title", "New", "content", "Text.", "datetime", "2026-02-28T00:00:00Z"));
    publish("paid", "Paid", "Open.\n\n<!--paywall-->\n\nHidden.");
    ApiClient reader = author.somebodyElse();
    long old = author.nobody().get(author.posts() + "/old").data().get("id").asLong();
    Waiting.until("scores", () -> listed("?sort=score").size() == 3);
    assertEquals("new", listed("?sort=score").get(0));

    reader.post("/posts/reactions?id=" + old, json("emoji", "👍"));

    assertEquals(List.of("new", "old"), listed("?type=free"));
    assertEquals(List.of("paid"), listed("?type=premium"));
    assertEquals(422, author.nobody().get(author.posts() + "?type=other").status());
    assertEquals(List.of("new", "old", "paid"), listed("?sort=score"));
    for (String order : List.of("sort=score", "type=free")) {
      assertEquals(List.of("old"), listed("?limit=1&offset=1&" + order));
    }
    assertEquals(List.of("paid"), listed("?limit=9&offset=2&sort=score"));
    assertEquals(List.of(), listed("?offset=2&type=free"));
  }

  private List<String> listed(String query) {
    JsonNode items = author.nobody().get(author.posts() + query).data().get("items");
    return slugs(items);
  }

  @Test
  void trendingPostsAreFilteredByLanguage() {
    author.save(
        json(
            "slug",
            "nu",
            "title",
            "Nu",
            "content",
            "Text.",
            "lang",
            "nl",
            "datetime",
            "2026-03-01T00:00:00Z"));

    Waiting.until("a Dutch post", () -> trending("posts", "nl-BE").contains("nu"));
    assertEquals(List.of(), trending("posts", "fy"));
    assertTrue(trending("lists", "nl").contains(author.slug()));
    assertEquals(422, author.nobody().get("/explore/trending/posts?lang=%00").status());
  }

  private List<String> trending(String what, String lang) {
    JsonNode items =
        author
            .nobody()
            .get("/explore/trending/" + what + "?limit=100&lang=" + lang)
            .data()
            .get("items");
    return slugs(items);
  }

  @Test
  void postsOfOnesSubscriptionsAreForOneself() {
    assertEquals(401, author.nobody().get("/posts/subscribed").status());
    assertEquals(
        0, author.somebodyElse().get("/posts/subscribed").data().at("/pagination/total").asInt());
  }

  @Test
  void queriesThatAskForNothingAreRefusedOrFindNothing() {
    assertEquals(422, author.nobody().post("/posts/search", json("q", "")).status());
    assertEquals(
        ErrorCode.FIELD_TOO_LONG.number(),
        author.nobody().post("/posts/search", json("q", "a".repeat(201))).code());
    assertEquals(
        ErrorCode.CHANNEL_NOT_FOUND.number(),
        author.nobody().post("/posts/search", json("q", "a", "list", "nowhere-at-all")).code());
    assertEquals(
        422, author.nobody().post("/posts/search", json("q", "a", "list", List.of(1))).status());
    assertEquals(List.of(), found("!!! & | ( ' :* \\"));
  }
}
