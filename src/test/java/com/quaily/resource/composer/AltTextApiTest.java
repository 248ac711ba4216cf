package com.quaily.resource.composer;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.Sha256;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.media.Attachment;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.Author;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.wiring.process.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alternative texts of images, and who accepts what a model suggests. */
class AltTextApiTest {

  private final AiProviderStub stub = new AiProviderStub();
  @TempDir private Path directory;
  private TestInstance instance;
  private String image;

  private Author start(boolean vision) {
    Map<String, Object> model =
        Map.of(
            "name", "one",
            "kind", "anthropic",
            "model", "sonnet",
            "class", "large",
            "vision", vision,
            "input-price", "2",
            "url", stub.url());
    instance =
        TestInstance.start(
            directory,
            Role.all(),
            TestInstance.migratedDatabase(),
            Map.of("ai.proxies", List.of(model)));
    instance.started().join();
    Author author = Author.of(instance);
    long user = author.api().get("/users/me").data().get("id").longValue();
    Attachment uploaded =
        instance
            .instance()
            .modules()
            .orElseThrow()
            .media()
            .attachmentService()
            .upload(user, png(), "garden.png");
    image = "/" + uploaded.pathname();
    return author;
  }

  private static byte[] png() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  @AfterEach
  void close() throws IOException {
    instance.close();
    stub.close();
  }

  private static Reply ask(Author author, String address) {
    return author
        .api()
        .post(
            "/auxilia/tasks/alt",
            json("image", address, "content", "The garden in spring.", "list", author.slug()));
  }

  private static JsonNode ended(Author author, long id) {
    String path = "/auxilia/tasks/" + id;
    author.api().exchange("GET", "/api" + path + "/events", null, BodyPublishers.noBody());
    return author.api().get(path).data();
  }

  @Test
  void aModelThatSeesDescribesAnUploadedImage() {
    Author author = start(true);
    stub.script(question -> Behaviour.text("{\"alt\":\"A quail under a cherry tree\"}"));

    Reply begun = ask(author, instance.url() + image);
    JsonNode done = ended(author, begun.data().get("id").longValue());

    assertEquals("A quail under a cherry tree", done.at("/result/alt").textValue());
    JsonNode content = stub.questions().get(0).body().at("/messages/0/content");
    assertEquals("image", content.at("/0/type").textValue());
    assertEquals("image/webp", content.at("/0/source/media_type").textValue());
    byte[] sent = Base64.getDecoder().decode(content.at("/0/source/data").textValue());
    assertEquals("RIFF", new String(sent, 0, 4, StandardCharsets.US_ASCII));
    assertEquals(
        instance
            .get(image.replace(".webp", "-640w.webp"))
            .headers()
            .firstValue("Content-Length")
            .orElseThrow(),
        Integer.toString(sent.length),
        "the medium size");
    assertTrue(content.at("/1/text").textValue().contains("The garden in spring."));
  }

  @Test
  void onlyUploadedImagesAreRead() {
    Author author = start(true);

    for (String address :
        List.of(
            "https://elsewhere.example/x.webp",
            "/media/../paid/x.webp",
            "/media/ffffffffffffffffffffffffffffffff.webp",
            "")) {
      assertEquals(422, ask(author, address).status(), address);
    }
    assertTrue(stub.questions().isEmpty());
  }

  @Test
  void withoutAModelThatSeesTheAnswerSaysWhatToConfigure() {
    Author seeingNothing = start(false);
    Reply refused = ask(seeingNothing, image);

    assertEquals(503, refused.status());
    assertEquals(ErrorCode.AI_NO_VISION.number(), refused.code());
    assertTrue(refused.body().toString().contains("vision = true"), refused.body().toString());
  }

  @Test
  void aChannelThatKeepsItsTextsKeepsItsImages() {
    Author author = start(true);
    author
        .api()
        .put("/lists/" + author.slug() + "/options", json("options", json("ai_disabled", true)));

    assertEquals(ErrorCode.AI_NOT_ALLOWED.number(), ask(author, image).code());
  }

  @Test
  void anAcceptedSuggestionKnowsWhereItComesFrom() {
    Author author = start(true);
    stub.script(question -> Behaviour.text("{\"alt\":\"A quail\"}"));
    long id = ask(author, image).data().get("id").longValue();
    ended(author, id);

    JsonNode accepted = author.api().post("/auxilia/tasks/" + id + "/accept", json()).data();

    String source = "\nThe garden in spring.\n" + image;
    assertEquals(
        HexFormat.of().formatHex(Sha256.of(source)), accepted.get("source_hash").textValue());
    assertEquals("alt/1", accepted.get("prompt").textValue());
    assertEquals("sonnet", accepted.get("model").textValue());
    assertEquals(30, accepted.get("tokens").intValue());
    assertEquals(20, accepted.get("micros").intValue());
    assertEquals(author.api().get("/users/me").data().get("id"), accepted.get("accepted_by"));
    String moment = accepted.get("accepted_at").textValue();
    JsonNode again = author.api().post("/auxilia/tasks/" + id + "/accept", json()).data();
    assertEquals(moment, again.get("accepted_at").textValue(), "the first time counts");
    assertEquals(
        404, author.somebodyElse().post("/auxilia/tasks/" + id + "/accept", json()).status());
  }

  @Test
  void whatWasExtractedSaysSo() {
    Author author = start(true);
    author
        .api()
        .put("/lists/" + author.slug() + "/options", json("options", json("ai_disabled", true)));
    long id =
        author
            .api()
            .post("/auxilia/tasks/slug", json("title", "Cherry trees", "list", author.slug()))
            .data()
            .get("id")
            .longValue();

    JsonNode accepted = author.api().post("/auxilia/tasks/" + id + "/accept", json()).data();

    assertEquals("local", accepted.get("prompt").textValue());
    assertTrue(accepted.get("model").isNull());
    assertEquals(0, accepted.get("tokens").intValue());
    assertTrue(stub.questions().isEmpty());
  }
}
