package com.quaily.resource.media;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.config.Settings.StorageSettings;
import com.quaily.media.Pictures;
import com.quaily.model.media.Attachment;
import com.quaily.service.media.AttachmentService;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class CoverCropApiTest {

  private static final List<String> FIELDS =
      List.of("cover_image_url_og", "cover_image_url_twitter", "cover_image_url_thumb");

  private final TestInstance instance;
  private final Author author;

  CoverCropApiTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
  }

  private Attachment upload(int width, int height) {
    long user = author.api().get("/users/me").data().get("id").longValue();
    return attachments()
        .upload(user, Pictures.encode(Pictures.photo(width, height), "png"), "cover.png");
  }

  private AttachmentService attachments() {
    return instance.instance().modules().orElseThrow().media().attachmentService();
  }

  private void save(String slug, String cover) {
    author.save(json("slug", slug, "title", "About " + slug, "cover_image_url", cover));
  }

  private JsonNode post(String slug) {
    return author.api().get(author.posts() + "/" + slug).data();
  }

  private JsonNode cropped(String slug) {
    Waiting.until(
        "the crops of " + slug,
        () -> !post(slug).get(FIELDS.get(0)).equals(post(slug).get("cover_image_url")));
    return post(slug);
  }

  private String size(String address) throws IOException, InterruptedException {
    URI uri = URI.create(instance.url()).resolve(address);
    HttpResponse<byte[]> file =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    assertEquals(200, file.statusCode(), address);
    assertEquals("image/webp", file.headers().firstValue("Content-Type").orElseThrow());
    BufferedImage image = Pictures.decodeWebp(file.body());
    return image.getWidth() + "x" + image.getHeight();
  }

  @Test
  void aPostShowsTheThreeCropsOfItsCover() throws Exception {
    String cover = instance.url() + "/" + upload(1000, 800).pathname();
    save("crops", cover);

    JsonNode post = cropped("crops");

    assertEquals(cover, post.get("cover_image_url").textValue());
    assertEquals("1000x599", size(post.get("cover_image_url_og").textValue()));
    assertEquals("640x640", size(post.get("cover_image_url_twitter").textValue()));
    assertEquals("420x720", size(post.get("cover_image_url_thumb").textValue()));
    for (String field : FIELDS) {
      assertTrue(post.get(field).textValue().startsWith(instance.url() + "/media/"), field);
    }
  }

  @Test
  void listsShowThemToo() {
    save("listed", "/" + upload(64, 64).pathname());

    JsonNode whole = cropped("listed");
    JsonNode listed = author.api().get(author.posts() + "?type=draft").data().get("items").get(0);

    for (String field : FIELDS) {
      assertTrue(whole.get(field).textValue().startsWith("/media/"), field);
      assertEquals(whole.get(field), listed.get(field));
    }
  }

  @Test
  void aSmallerCopyOfTheImageStandsForTheImage() {
    Attachment image = upload(800, 640);
    save("copy", "/media/" + image.hashId() + "-640w.webp");

    assertEquals(
        "/media/" + image.hashId() + "-og.webp",
        cropped("copy").get("cover_image_url_og").textValue());
  }

  @Test
  void aCoverFromElsewhereStandsForItself() {
    String elsewhere = "https://pictures.example/media/0123456789abcdef0123456789abcdef.webp";
    save("elsewhere", elsewhere);
    save("none", "");

    for (String field : FIELDS) {
      assertEquals(elsewhere, post("elsewhere").get(field).textValue());
      assertEquals("", post("none").get(field).textValue());
    }
  }

  @Test
  void anImageThatIsGoneHoldsUpNoOther() throws IOException {
    Attachment gone = upload(65, 64);
    StorageSettings.Directory files =
        (StorageSettings.Directory) instance.instance().settings().storage();
    Files.delete(files.root().resolve(gone.pathname()));
    save("gone", "/" + gone.pathname());
    save("after", "/" + upload(66, 64).pathname());

    cropped("after");

    JsonNode post = post("gone");
    assertFalse(post.get("cover_image_url").textValue().isEmpty());
    for (String field : FIELDS) {
      assertEquals(post.get("cover_image_url"), post.get(field));
    }
  }
}
