package com.quaily.resource.composer;

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
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
public class ComposerApiTest {

  private static final String TEXT =
      """
      The harbour wakes early. Fishing boats leave the harbour before dawn, and the fishermen drink \
      coffee in silence. Nobody talks much.

      ## Later

      In the afternoon the boats return to the harbour with their catch. The market opens at three.
      """;

  private final TestInstance instance;
  private final ApiClient nobody;
  private final ApiClient writer;

  public ComposerApiTest(TestInstance instance) {
    this.instance = instance;
    nobody = new ApiClient(instance);
    writer = nobody.login(ApiClient.newEmail());
  }

  @Test
  public void slugSummaryAndTagsAreExtractedFromTheText() {
    JsonNode made =
        writer.post("/composer/metadata", json("title", "A harbour's day", "content", TEXT)).data();

    assertEquals("a-harbours-day", made.get("slug").textValue());
    assertTrue(made.get("summary").textValue().contains("harbour"), made::toString);
    assertTrue(made.get("summary").textValue().length() <= 200);
    assertTrue(made.get("tags").textValue().startsWith("harbour,"), made::toString);
  }

  @Test
  public void aSlugIsFreeInTheChannelsOfItsWriter() {
    Author author = Author.of(instance);
    author.save(json("title", "Weekly notes", "content", "x"));
    Object text = json("title", "Weekly notes", "content", "y");

    String slug =
        author.api().post("/composer/metadata?includes=slug", text).data().get("slug").textValue();

    assertEquals("weekly-notes-2", slug);
    assertEquals(
        "weekly-notes",
        writer.post("/composer/metadata", text).data().get("slug").textValue(),
        "other people's channels do not matter");
  }

  @Test
  public void linksAndEmbedsOfAnEditorAreNotTakenForWords() {
    String text = "![[secret-scan.png|300]] See [[Harbour notes|the harbour]] and [[Lighthouse]].";
    JsonNode made = writer.post("/composer/metadata", json("title", "", "content", text)).data();

    assertEquals("see-the-harbour-and-lighthouse", made.get("slug").textValue());
    assertFalse(made.toString().contains("scan"), made::toString);
  }

  @Test
  public void onlyTheRequestedFieldsAreReturned() {
    JsonNode made =
        writer
            .post("/composer/frontmatter?includes=slug,tags", json("title", "東京の朝", "content", ""))
            .data();

    assertTrue(made.get("slug").textValue().matches("post-[0-9a-f]{8}"), made::toString);
    assertFalse(made.has("summary"));
    assertEquals(
        422, writer.post("/composer/metadata?includes=price", json("title", "a")).status());
  }

  @Test
  public void textsInJapaneseAndChineseAreUnderstood() {
    JsonNode japanese =
        writer
            .post(
                "/composer/metadata",
                json("title", "珈琲の話", "content", "珈琲が好きです。珈琲を毎朝飲みます。雨の日も珈琲です。"))
            .data();
    JsonNode chinese =
        writer
            .post("/composer/metadata", json("title", "咖啡", "content", "我喜欢咖啡。咖啡让早晨更好。每天早晨都喝咖啡。"))
            .data();

    assertTrue(japanese.get("tags").textValue().startsWith("珈琲"), japanese::toString);
    assertTrue(chinese.get("tags").textValue().startsWith("咖啡"), chinese::toString);
    assertFalse(chinese.get("summary").textValue().isEmpty());
  }

  @Test
  public void thePaidPartIsNotQuoted() {
    String text = "Open words here.\n\n<!--paywall-->\n\nWalrus walrus walrus walrus.";

    String made =
        writer.post("/composer/metadata", json("title", "T", "content", text)).data().toString();

    assertFalse(made.toLowerCase(Locale.ROOT).contains("walrus"), made);
  }

  @Test
  public void aThreadConsistsOfShortNotes() {
    JsonNode tweets =
        writer
            .post(
                "/composer/generate-tweets",
                json("title", "A harbour's day", "content", TEXT.repeat(3)))
            .data()
            .get("tweets");

    assertTrue(tweets.size() > 1);
    tweets.forEach(tweet -> assertTrue(tweet.textValue().length() <= 280, tweet::toString));
    assertTrue(tweets.get(0).textValue().startsWith("A harbour's day"));
  }

  @Test
  public void theSecondFamilyOfEndpointsIsTheSame() {
    assertEquals(
        writer.post("/composer/metadata", json("title", "Hello")).data(),
        writer.post("/auxilia/composer/metadata", json("title", "Hello")).data());
    assertEquals(nobody.get("/c").data(), nobody.get("/auxilia/c").data());
  }

  @Test
  public void withoutAKeyThereAreNoPhotos() {
    String path = "/composer/unsplash/photos/";
    for (String call : List.of("search?query=tea", "download_url?endpoint=x")) {
      assertEquals(503, writer.get(path + call).status());
      assertEquals(ErrorCode.PHOTOS_NOT_CONFIGURED.number(), writer.get(path + call).code());
    }
    assertFalse(nobody.get("/c").data().at("/features/photo_search").booleanValue());
  }

  @Test
  public void aTaskIsStoredForItsCreator() {
    JsonNode task =
        writer.post("/auxilia/tasks/slug", json("title", "Hello there", "content", "x")).data();

    JsonNode kept = writer.get("/auxilia/tasks/" + task.get("id")).data();
    assertEquals(3, kept.get("status").asInt());
    assertEquals("hello-there", kept.at("/result/slug").textValue());
    assertEquals(
        ErrorCode.COMPOSER_TASK_NOT_FOUND.number(),
        nobody.login(ApiClient.newEmail()).get("/auxilia/tasks/" + task.get("id")).code());
    assertEquals(422, writer.post("/auxilia/tasks/dance", json("title", "a")).status());
  }

  @Test
  public void onlyWritersCanUseTheComposer() {
    for (String path : List.of("metadata", "frontmatter", "generate-tweets")) {
      assertEquals(401, nobody.post("/composer/" + path, json("title", "a")).status());
    }
    assertEquals(422, writer.post("/composer/metadata", json("title", " ")).status());
  }
}
