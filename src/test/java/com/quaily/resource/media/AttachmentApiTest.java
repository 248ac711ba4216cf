package com.quaily.resource.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class AttachmentApiTest {

  private static final String BOUNDARY = "----a-boundary";

  private final TestInstance instance;
  private final Author underTest;

  AttachmentApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = Author.of(instance);
  }

  private static byte[] png(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, width, height, Color.BLUE));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private static byte[] form(String field, String filename, String type, byte[] content) {
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
            .formatted(BOUNDARY, field, filename, type);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return body.toByteArray();
  }

  private static Reply send(ApiClient client, byte[] body) {
    return client.send(
        "POST",
        "/attachments",
        "multipart/form-data; boundary=" + BOUNDARY,
        BodyPublishers.ofByteArray(body));
  }

  private Reply upload(String filename, byte[] content) {
    return send(underTest.api(), form("file", filename, "image/png", content));
  }

  @Test
  void anImageIsStoredAsWebp() {
    Reply reply = upload("sea.png", png(1500, 1000));

    assertEquals(200, reply.status(), reply.body().toString());
    JsonNode kept = reply.data();
    assertEquals("image/webp", kept.get("mime_type").textValue());
    assertEquals("image/png", kept.get("original_mime_type").textValue());
    assertEquals("sea.png", kept.get("filename").textValue());
    assertEquals(
        "media/" + kept.get("hash_id").textValue() + ".webp", kept.get("pathname").textValue());
    String path = URI.create(kept.get("view_url").textValue()).getPath();
    HttpResponse<String> file = instance.get(path);
    assertEquals(200, file.statusCode());
    assertEquals("image/webp", file.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(
        kept.get("size").asText(), file.headers().firstValue("Content-Length").orElseThrow());
  }

  @Test
  void smallerVariantsAreStoredAndOfferedByThePage() {
    JsonNode kept = upload("sea.png", png(1900, 800)).data();
    underTest.published("sea", "![The sea](" + kept.get("view_url").textValue() + ")");

    String page = instance.get(underTest.page("sea")).body();

    assertTrue(page.contains("srcset="), page);
    String variant = "/media/" + kept.get("hash_id").textValue() + "-";
    int start = page.indexOf(variant);
    assertTrue(start > 0, page);
    String address = page.substring(start, page.indexOf(".webp", start) + 5);
    assertEquals(200, instance.get(address).statusCode());
  }

  @Test
  void theSameImageIsStoredOncePerUser() {
    byte[] png = png(40, 30);
    JsonNode first = upload("a.png", png).data();
    JsonNode again = upload("b.png", png).data();
    JsonNode others =
        send(underTest.somebodyElse(), form("file", "a.png", "image/png", png)).data();

    assertEquals(first, again);
    assertNotEquals(first.get("hash_id"), others.get("hash_id"));
  }

  @Test
  void theNameOfTheFileMayBeInAnyScript() {
    assertEquals("海 写真.png", upload("海 写真.png", png(21, 20)).data().get("filename").textValue());
    assertEquals(
        "passwd", upload("../../etc/passwd", png(22, 20)).data().get("filename").textValue());
    assertEquals("", upload("", png(23, 20)).data().get("filename").textValue());
  }

  @Test
  void filesThatAreNotImagesAreRejected() {
    byte[] svg = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
    Reply reply = upload("x.png", svg);
    assertEquals(415, reply.status());
    assertEquals(ErrorCode.ATTACHMENT_UNSUPPORTED.number(), reply.code());
    assertEquals(415, upload("x.png", new byte[0]).status());
    assertEquals(415, upload("x.html", "<html>".getBytes(StandardCharsets.UTF_8)).status());
  }

  @Test
  void aBrokenPictureIsRefused() {
    byte[] whole = png(300, 300);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);

    Reply reply = upload("x.png", half);

    assertEquals(422, reply.status());
    assertEquals(ErrorCode.ATTACHMENT_BROKEN.number(), reply.code());
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    Reply reply = upload("x.png", new byte[5 * 1024 * 1024 + 1]);

    assertEquals(413, reply.status());
    assertEquals(ErrorCode.ATTACHMENT_TOO_LARGE.number(), reply.code());
  }

  @Test
  void theFieldMustBeCalledFile() {
    Reply reply = send(underTest.api(), form("image", "a.png", "image/png", png(20, 20)));

    assertEquals(422, reply.status());
    assertEquals("file", reply.body().get("field").textValue());
  }

  @Test
  void malformedFormsAreRejected() {
    assertEquals(415, underTest.api().post("/attachments", "{}").status());
    byte[] torn = form("file", "a.png", "image/png", png(20, 20));
    Reply reply = send(underTest.api(), Arrays.copyOf(torn, 150));
    assertTrue(reply.status() >= 400 && reply.status() < 500, reply.body().toString());
    Reply empty = send(underTest.api(), new byte[0]);
    assertTrue(empty.status() >= 400 && empty.status() < 500, empty.body().toString());
    Reply boundless =
        underTest
            .api()
            .send(
                "POST",
                "/attachments",
                "multipart/form-data",
                BodyPublishers.ofByteArray(form("file", "a", "image/png", png(20, 20))));
    assertTrue(boundless.status() >= 400 && boundless.status() < 500);
  }

  @Test
  void anonymousCallersCannotUpload() {
    Reply reply = send(underTest.nobody(), form("file", "a.png", "image/png", png(20, 20)));

    assertEquals(401, reply.status());
  }

  @Test
  void theChecksumIsOfWhatWasSent() throws Exception {
    byte[] png = png(24, 24);
    JsonNode kept = upload("a.png", png).data();

    byte[] hash = MessageDigest.getInstance("SHA-256").digest(png);
    assertEquals("sha256", kept.get("checksum_method").textValue());
    assertArrayEquals(hash, HexFormat.of().parseHex(kept.get("checksum").textValue()));
  }

  @Test
  void ownImagesAreListedNewestFirst() {
    Author owner = Author.of(instance);
    for (int width = 10; width < 13; width++) {
      send(owner.api(), form("file", width + ".png", "image/png", png(width, 10)));
    }
    JsonNode first = owner.api().get("/attachments?limit=2").data();
    assertEquals(3, first.at("/pagination/total").asInt());
    assertEquals(2, first.at("/pagination/next_offset").asInt());
    assertEquals(List.of("12.png", "11.png"), first.get("items").findValuesAsText("filename"));
    JsonNode rest = owner.api().get("/attachments?limit=2&offset=2").data();
    assertEquals("10.png", rest.at("/items/0/filename").textValue());
    assertTrue(rest.at("/items/0/view_url").textValue().startsWith(instance.url()));
    assertEquals(
        0, owner.somebodyElse().get("/attachments").data().at("/pagination/total").asInt());
    assertEquals(401, owner.nobody().get("/attachments").status());
  }
}
