package com.quaily.resource.crosspost;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.AiProviderStub.End;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.MarkingTranslator;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossPostApiTest {

  private static final String TEXT = "一つ目の段落。\n\n二つ目の段落。\n\n三つ目の段落。\n";
  private static final String PAGE = "This translation is older than the original";

  private final AiProviderStub stub = new AiProviderStub();
  private final MarkingTranslator translator = new MarkingTranslator();
  @TempDir private Path directory;
  private TestInstance instance;
  private Author author;
  private String english;
  private long englishId;

  @BeforeEach
  void start() {
    instance =
        TestInstance.start(
            directory,
            Role.all(),
            TestInstance.migratedDatabase(),
            Map.of(
                "ai.proxies",
                List.of(
                    Map.of(
                        "name", "one",
                        "kind", "anthropic",
                        "model", "sonnet",
                        "class", "large",
                        "input-price", 3,
                        "output-price", 15,
                        "url", stub.url()))));
    instance.started().join();
    stub.script(translator::answer);
    author = Author.of(instance);
    options(author.slug(), json("language", "ja"));
    english = ApiClient.newSlug();
    englishId = channel(english);
    setTargets(json("list_id", englishId, "language", "en"));
  }

  @AfterEach
  void close() throws IOException {
    instance.close();
    stub.close();
  }

  private long channel(String slug) {
    return author
        .api()
        .post("/lists", json("slug", slug, "title", "Letters in English"))
        .data()
        .get("id")
        .longValue();
  }

  private void options(String list, Object options) {
    assertEquals(
        200, author.api().put("/lists/" + list + "/options", json("options", options)).status());
  }

  private Reply setTargets(Object... targets) {
    return author
        .api()
        .put("/lists/" + author.slug() + "/cross-post-targets", json("targets", targets));
  }

  private String path(String post) {
    return author.posts() + "/" + post + "/cross-posts";
  }

  private Reply begin(String post) {
    return author.api().post(path(post), json("list_ids", List.of(englishId)));
  }

  private JsonNode state(String post) {
    return author.api().get(path(post)).data().get(0);
  }

  /** The state when nothing is under way any more. */
  private JsonNode ended(String post) {
    Waiting.until("the end", () -> state(post).get("status").intValue() > 1);
    return state(post);
  }

  private JsonNode translated(String post) {
    Reply begun = begin(post);
    assertEquals(200, begun.status(), () -> begun.body().toString());
    JsonNode state = ended(post);
    assertEquals(2, state.get("status").intValue(), state::toString);
    return state;
  }

  private Reply accept(String post, JsonNode state) {
    return author
        .api()
        .put(
            path(post) + "/" + englishId + "/accept",
            json("result_id", state.at("/proposal/id").longValue()));
  }

  private JsonNode drifts() {
    return author.api().get("/lists/" + english + "/drifts").data();
  }

  private String page(String list, String post) {
    return instance.get("/" + list + "/p/" + post).body();
  }

  private void publish(String list, String post) {
    assertEquals(
        200, author.api().put("/lists/" + list + "/posts/" + post + "/publish", json()).status());
  }

  @Test
  void targetsAreOtherChannelsOfTheOwnerInOtherLanguages() {
    Author stranger = Author.of(instance);
    long strange = stranger.api().get("/lists/" + stranger.slug()).data().get("id").longValue();

    assertEquals(422, setTargets(json("list_id", strange, "language", "en")).status());
    Reply own = setTargets(json("list_id", englishId, "language", "ja"));
    assertEquals(422, own.status());
    assertEquals("targets.language", own.body().get("field").textValue());
    assertEquals(422, setTargets(json("list_id", englishId, "language", "?")).status());
    assertEquals(
        "[{\"list_id\":" + englishId + ",\"language\":\"zh-Hant\"}]",
        setTargets(json("list_id", englishId, "language", "zh-hant")).data().toString());
    assertEquals(
        403, stranger.api().get("/lists/" + author.slug() + "/cross-post-targets").status());
  }

  @Test
  void aTranslationIsASuggestionThatBecomesADraftWhenSomebodyAcceptsIt() {
    author.save(
        json("slug", "sakura", "title", "桜の話", "summary", "春。", "content", TEXT, "tags", "春"));

    JsonNode state = translated("sakura");

    assertEquals("EN 桜の話", state.at("/proposal/title").textValue());
    assertEquals("EN 春。", state.at("/proposal/summary").textValue());
    assertTrue(state.at("/proposal/result/cost/tokens").longValue() > 0, state::toString);
    assertEquals("sonnet", state.at("/proposal/result/cost/models").textValue());
    assertEquals("translate/1", state.at("/proposal/result/prompt_version").textValue());
    assertEquals(404, author.api().get("/lists/" + english + "/posts/sakura").status(), "not yet");

    JsonNode draft = accept("sakura", state).data();

    assertEquals("sakura", draft.get("slug").textValue());
    assertTrue(draft.get("published_at").isNull());
    assertEquals("en", draft.get("lang").textValue());
    assertEquals("EN 一つ目の段落。\n\nEN 二つ目の段落。\n\nEN 三つ目の段落。\n", draft.get("content").textValue());
    JsonNode after = state("sakura");
    assertFalse(after.at("/accepted/accepted_at").isNull());
    assertFalse(after.at("/accepted/accepted_by").isNull());
    assertTrue(after.get("proposal").isNull());
    assertEquals(
        ErrorCode.CROSS_POST_NOT_FOUND.number(), accept("sakura", state).code(), "only once");
  }

  @Test
  void publishedTranslationsLinkToEachOther() {
    author.published("sakura", TEXT);
    accept("sakura", translated("sakura"));

    publish(english, "sakura");

    Waiting.until("the link", () -> page(author.slug(), "sakura").contains("hreflang=\"en\""));
    Waiting.until("the link back", () -> page(english, "sakura").contains("hreflang=\"ja\""));
  }

  @Test
  void anEditOfTheOriginalRedoesOnlyWhatChangedAndKeepsTheWritersOwnWords() {
    author.published("sakura", TEXT);
    accept("sakura", translated("sakura"));
    author
        .api()
        .put(
            "/lists/" + english + "/posts/sakura/update",
            json("content", "The first one, **as I say it**.\n\nEN 二つ目の段落。\n\nEN 三つ目の段落。\n"));
    publish(english, "sakura");
    assertEquals(0, drifts().size());
    int asked = stub.questions().size();

    author.published("sakura", "一つ目の段落。\n\n二つ目は新しい。\n\n三つ目の段落。\n");

    assertEquals(1, state("sakura").get("changed").intValue());
    assertEquals("About sakura", drifts().at("/0/source_title").textValue());
    JsonNode state = translated("sakura");
    assertEquals(asked + 1, stub.questions().size());
    String question = stub.questions().get(asked).last();
    assertFalse(question.contains("\"text\":\"三つ目の段落。\""), question);
    assertEquals(
        "The first one, **as I say it**.\n\nEN 二つ目は新しい。\n\nEN 三つ目の段落。\n",
        state.at("/proposal/content").textValue());
    assertEquals(1, drifts().size(), "until somebody has accepted it");

    assertEquals(200, accept("sakura", state).status());

    assertEquals(0, drifts().size());
    Waiting.until("the new text", () -> page(english, "sakura").contains("二つ目は新しい"));
  }

  @Test
  void readersLearnThatATranslationIsBehindIfItsChannelWantsThat() {
    author.published("sakura", TEXT);
    accept("sakura", translated("sakura"));
    publish(english, "sakura");
    author.published("sakura", TEXT + "\n四つ目の段落。\n");
    // Its page is made again, now that the original is newer.
    author.api().put("/lists/" + english + "/posts/sakura/update", json("title", "Cherries"));
    Waiting.until("the new title", () -> page(english, "sakura").contains("Cherries"));
    assertFalse(page(english, "sakura").contains(PAGE));

    options(english, json("translation_drift_shown", true));

    Waiting.until("the line", () -> page(english, "sakura").contains(PAGE));
    assertFalse(page(author.slug(), "sakura").contains(PAGE));
    assertEquals(200, accept("sakura", translated("sakura")).status());
    Waiting.until("no line", () -> !page(english, "sakura").contains(PAGE));

    author.published("sakura", TEXT);
    Waiting.until("the line", () -> page(english, "sakura").contains(PAGE));
    author
        .api()
        .put(
            "/lists/" + english + "/posts/sakura/options",
            json("options", json("translation_drift_shown", false)));
    // The post's own option goes first.
    Waiting.until("no line", () -> !page(english, "sakura").contains(PAGE));
  }

  @Test
  void aTranslationFromElsewhereIsADuplicate() {
    author.save(
        json(
            "slug",
            "sakura",
            "title",
            "桜の話",
            "content",
            TEXT,
            "post_options",
            json("translation_key", "cherry")));
    author
        .api()
        .post(
            "/lists/" + english + "/posts",
            json(
                "slug", "cherries",
                "title", "By hand",
                "content", "By hand.",
                "post_options", json("translation_key", "cherry")));

    assertEquals(4, begin("sakura").data().at("/0/status").intValue());
    author.save(json("slug", "momo", "title", "桃", "content", "桃の段落。"));

    assertEquals("EN 桃", translated("momo").at("/proposal/title").textValue());

    assertFalse(stub.questions().isEmpty());
    stub.questions()
        .forEach(question -> assertFalse(question.text().contains("桜"), question.text()));
    assertEquals(4, state("sakura").get("status").intValue());
  }

  @Test
  void aTranslationThatIsCancelledOrFailsSaysSoAndCanBeginAgain() {
    author.save(json("slug", "sakura", "title", "桜の話", "content", TEXT));
    stub.script(question -> Behaviour.text("slow").ending(End.HANGING));
    begin("sakura");
    Waiting.until("a question", () -> !stub.questions().isEmpty());

    JsonNode cancelled = author.api().delete(path("sakura") + "/" + englishId).data().get(0);

    assertEquals(3, cancelled.get("status").intValue());
    assertEquals(ErrorCode.AI_CANCELLED.message(), cancelled.get("error").textValue());

    options(author.slug(), json("ai_disabled", true));
    assertEquals(ErrorCode.AI_NOT_ALLOWED.number(), begin("sakura").code());
    options(author.slug(), json("ai_disabled", false));
    stub.script(translator::answer);
    assertEquals("EN 桜の話", translated("sakura").at("/proposal/title").textValue());
  }

  @Test
  void aTargetInAnotherLanguageIsTranslatedAnew() {
    author.save(json("slug", "sakura", "title", "桜の話", "content", TEXT));
    accept("sakura", translated("sakura"));
    String own = "The first one, as I say it.";
    author
        .api()
        .put(
            "/lists/" + english + "/posts/sakura/update",
            json("content", own + "\n\nEN 二つ目の段落。\n\nEN 三つ目の段落。\n"));
    assertTrue(translated("sakura").at("/proposal/content").textValue().contains(own), "kept");
    int asked = stub.questions().size();

    assertEquals(200, setTargets(json("list_id", englishId, "language", "fr")).status());
    JsonNode state = translated("sakura");

    assertTrue(state.get("accepted").isNull(), "nothing was accepted in this language");
    assertEquals(
        "EN 一つ目の段落。\n\nEN 二つ目の段落。\n\nEN 三つ目の段落。\n", state.at("/proposal/content").textValue());
    assertTrue(stub.questions().size() > asked);
    assertEquals("fr", accept("sakura", state).data().get("lang").textValue());
  }

  @Test
  void whoSavedTheTranslationInBetweenIsNotOverwritten() {
    author.save(json("slug", "sakura", "title", "桜の話", "content", TEXT));
    JsonNode draft = accept("sakura", translated("sakura")).data();
    author.save(json("slug", "sakura", "title", "桜の話", "content", TEXT + "\n四つ目。\n"));
    JsonNode state = translated("sakura");
    author.api().put("/lists/" + english + "/posts/sakura/update", json("title", "Better"));

    Reply late =
        author
            .api()
            .put(
                path("sakura") + "/" + englishId + "/accept",
                json(
                    "result_id", state.at("/proposal/id").longValue(),
                    "updated_at", draft.get("updated_at").textValue()));

    assertEquals(409, late.status());
    assertNotEquals(0, drifts().size());
    assertEquals(
        "Better",
        author.api().get("/lists/" + english + "/posts/sakura").data().get("title").textValue());
  }

  @Test
  void thePaidPartStaysBehindItsMark() {
    author.save(json("slug", "sakura", "title", "桜", "content", "無料。\n\n<!--paywall-->\n\n有料。\n"));

    JsonNode draft = accept("sakura", translated("sakura")).data();

    assertEquals("EN 無料。", draft.get("content").textValue().strip());
    assertEquals("EN 有料。", draft.get("paid_content").textValue().strip());
  }
}
