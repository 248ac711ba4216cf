package com.quaily.resource.composer;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.page.markdown.Structure;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.AiProviderStub.End;
import com.quaily.testing.Author;
import com.quaily.testing.MarkingTranslator;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposerModelApiTest {

  private static final String POST =
      """
      東京の**桜**が咲いた。[公園](https://park.example/a(b)?q=1)へ行く。
      次の行は同じ段落。

      見出し
      ---

      ## 二つ目の見出し ##

      > 引用文です。`code()` は残る。
      > もう一行。

      - 項目一
        続きの行。
        改行のあと。
      - [x] 済んだ項目
        1. 入れ子

      | 名前 | 値 |
      | :-- | --: |
      | 一つ | `a \\| b` |
      | 二つ | $x^2$ |

      ```java
      // 翻訳しない
      String 名 = "値";
      ```

      <div class="box">HTML はそのまま</div>

      ![絵](https://img.example/x.webp) 本文と脚注[^1]。参照[リンク][ref]もある。

      [^1]: 脚注の本文。

      [ref]: https://ref.example/ "題"
      """;

  private final AiProviderStub stub = new AiProviderStub();
  @TempDir private Path directory;
  private TestInstance instance;
  private Author author;

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
                        "url", stub.url()))));
    instance.started().join();
    author = Author.of(instance);
  }

  @AfterEach
  void close() throws IOException {
    instance.close();
    stub.close();
  }

  private JsonNode metadata(Object text) {
    return author.api().post("/composer/metadata", text).data();
  }

  private JsonNode ended(Reply begun) {
    String path = "/auxilia/tasks/" + begun.data().get("id").asText();
    HttpResponse<String> events =
        author.api().exchange("GET", "/api" + path + "/events", null, BodyPublishers.noBody());
    assertEquals(200, events.statusCode(), events::body);
    assertTrue(events.headers().firstValue("content-type").orElse("").startsWith("text/event"));
    return author.api().get(path).data();
  }

  @Test
  void aModelMakesTheMetadata() {
    stub.script(
        question ->
            Behaviour.text(
                "{\"slug\":\"Cherry Blossoms!\",\"summary\":\"They bloom.\\nAgain.\","
                    + "\"tags\":[\"spring, early\",\"tokyo\"]}"));

    JsonNode made = metadata(json("title", "桜", "content", "東京の桜。"));

    assertEquals("cherry-blossoms", made.get("slug").textValue());
    assertEquals("They bloom. Again.", made.get("summary").textValue());
    assertEquals("spring  early,tokyo", made.get("tags").textValue());
  }

  @Test
  void theTextIsExtractedLocallyWhenTheProviderIsAway() {
    stub.close();

    JsonNode made = metadata(json("title", "A harbour's day", "content", "The harbour wakes."));

    assertEquals("a-harbours-day", made.get("slug").textValue());
  }

  @Test
  void thePaidPartIsNotSentForWhatBecomesPublic() {
    stub.script(question -> Behaviour.text("{\"slug\":\"s\",\"summary\":\"s\",\"tags\":[\"t\"]}"));

    metadata(json("title", "T", "content", "Free.\n\n<!--paywall-->\n\nSecret part."));

    assertFalse(stub.questions().get(0).text().contains("Secret"));
  }

  @Test
  void noTextOfAChannelThatForbidsItGoesToAProvider() {
    author
        .api()
        .put("/lists/" + author.slug() + "/options", json("options", json("ai_disabled", true)));

    JsonNode made = metadata(json("title", "Quiet day", "content", "Nothing."));
    Reply refused = author.api().post("/auxilia/tasks/titles", json("content", "Nothing."));

    assertEquals("quiet-day", made.get("slug").textValue());
    assertEquals(403, refused.status());
    assertEquals(ErrorCode.AI_NOT_ALLOWED.number(), refused.body().get("code").intValue());
    assertTrue(stub.questions().isEmpty());
  }

  @Test
  void suggestionsComeAsTasksWithTheirCost() {
    stub.script(
        question ->
            Behaviour.text(
                "{\"suggestions\":[{\"original\":\"teh\",\"replacement\":\"the\","
                    + "\"reason\":\"spelling\"}]}"));

    JsonNode done =
        ended(author.api().post("/auxilia/tasks/proofread", json("content", "teh end")));

    assertEquals(3, done.get("status").intValue());
    assertEquals("the", done.at("/result/suggestions/0/replacement").textValue());
  }

  @Test
  void aDraftIsAChainWhoseIntermediateTextsStayInside() {
    stub.script(
        question ->
            Behaviour.text(
                switch (question.number()) {
                  case 1 -> "secret plan";
                  case 2 -> "rough draft";
                  default -> "final draft";
                }));

    JsonNode done =
        ended(
            author
                .api()
                .post(
                    "/auxilia/tasks/draft",
                    json("title", "T", "content", "Facts.", "style", "dry", "language", "en")));

    assertEquals("{\"text\":\"final draft\"}", done.get("result").toString());
    assertTrue(stub.questions().get(1).text().contains("secret plan"));
    assertTrue(stub.questions().get(2).text().contains("rough draft"));
    assertEquals(3, stub.questions().size());
  }

  @Test
  void whoeverWatchesSeesWhatIsWrittenSoFar() {
    stub.script(question -> Behaviour.text("Spring and autumn").ending(End.HANGING));
    Reply begun = author.api().post("/auxilia/tasks/titles", json("content", "Something."));
    String id = begun.data().get("id").asText();

    try (Stream<String> lines = author.api().lines("/api/auxilia/tasks/" + id + "/events")) {
      assertTrue(lines.anyMatch(line -> line.contains("\"partial\":\"Spring")));
      JsonNode task = author.api().get("/auxilia/tasks/" + id).data();
      assertTrue(task.get("status").intValue() < 3, () -> "it still runs: " + task);
    }
  }

  @Test
  void aCancelledTaskEndsAtTheProvider() throws Exception {
    stub.script(question -> Behaviour.text("slow").ending(End.HANGING));
    Reply begun = author.api().post("/auxilia/tasks/titles", json("content", "Something."));
    while (stub.questions().isEmpty()) {
      Thread.onSpinWait();
    }

    JsonNode cancelled =
        author.api().delete("/auxilia/tasks/" + begun.data().get("id").asText()).data();

    assertEquals(4, cancelled.get("status").intValue());
    assertEquals(ErrorCode.AI_CANCELLED.message(), cancelled.get("error").textValue());
    assertTrue(stub.sawClientLeave());
  }

  private JsonNode translate(String content) {
    return ended(
        author
            .api()
            .post(
                "/auxilia/tasks/translate",
                json(
                    "list", author.slug(),
                    "title", "桜の話",
                    "content", content,
                    "language", "en",
                    "glossary", "桜 = cherry blossom")));
  }

  @Test
  void aTranslationKeepsTheStructure() {
    MarkingTranslator translator = new MarkingTranslator();
    stub.script(translator::answer);

    JsonNode done = translate(POST);

    assertEquals(3, done.get("status").intValue(), done::toString);
    String content = done.at("/result/content").textValue();
    assertEquals("EN 桜の話", done.at("/result/title").textValue());
    assertEquals(Structure.of(POST), Structure.of(content), content);
    assertEquals("[]", done.at("/result/left").toString(), content);
    assertTrue(content.contains("String 名 = \"値\";"), content);
    assertTrue(content.contains("https://park.example/a(b)?q=1"), content);
    assertTrue(content.indexOf("EN 項目一") < content.indexOf("EN 済んだ項目"), content);
    assertTrue(stub.questions().get(0).text().contains("cherry blossom"));
    assertFalse(stub.questions().toString().contains("翻訳しない"));
  }

  @Test
  void aBlockThatFailsIsTriedAgainAloneAndThenLeft() {
    MarkingTranslator translator = new MarkingTranslator();
    translator.breakOnce("引用文");
    translator.breakAlways("入れ子");
    stub.script(translator::answer);

    JsonNode done = translate(POST);

    String content = done.at("/result/content").textValue();
    assertEquals(Structure.of(POST), Structure.of(content), content);
    assertTrue(content.contains("EN 引用文"), content);
    assertEquals("[\"入れ子\"]", done.at("/result/left").toString());
  }

  @Test
  void anEditTranslatesOnlyWhatChanged() {
    MarkingTranslator translator = new MarkingTranslator();
    stub.script(translator::answer);
    translate("一つ目の段落。\n\n二つ目の段落。\n");
    int asked = stub.questions().size();

    JsonNode done = translate("一つ目の段落。\n\n新しい段落。\n");

    assertEquals(asked + 1, stub.questions().size());
    assertEquals(2, done.at("/result/reused").intValue(), "the title and a paragraph");
    assertEquals("EN 一つ目の段落。\n\nEN 新しい段落。\n", done.at("/result/content").textValue());
    String last = stub.questions().get(asked).text();
    assertTrue(last.contains("新しい段落") && !last.contains("二つ目の段落"), last);
  }
}
