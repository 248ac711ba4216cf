package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.wiring.process.Role;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles on a server of the test, which counts its requests. */
class ArticleImportApiTest {

  private static final String SENTENCE =
      "A heron stood in the ditch for the whole of an hour, and I stood with it, for no reason. ";

  @TempDir private Path directory;
  private final AtomicInteger requests = new AtomicInteger();
  private HttpServer site;
  private String base;

  @BeforeEach
  void start() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    base = "http://127.0.0.1:" + site.getAddress().getPort();
    site.start();
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  private TestInstance instance(boolean privateAddresses) {
    return TestInstance.start(
        directory,
        Role.all(),
        TestInstance.migratedDatabase(),
        Map.of("articles.private-addresses", privateAddresses));
  }

  private void serve(String path, int status, String type, byte[] body, String... header) {
    site.createContext(
        path,
        exchange -> {
          requests.incrementAndGet();
          exchange.getResponseHeaders().add("Content-Type", type);
          if (header.length > 0) {
            exchange.getResponseHeaders().add(header[0], header[1]);
          }
          answer(exchange, status, body);
        });
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void servePage(String path, String head, String body) {
    String html =
        "<!doctype html><html lang=en><head><title>On herons</title>"
            + head
            + "</head><body><nav><a href=/>Home</a></nav><article><h1>On herons</h1>"
            + body
            + "</article><footer>Imprint</footer></body></html>";
    serve(path, 200, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  private static String paragraphs() {
    return ("<p>" + SENTENCE.repeat(4) + "</p>").repeat(5);
  }

  private static byte[] picture() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB), "png", out);
    return out.toByteArray();
  }

  private static Reply run(Author author, Object url) {
    return author.api().post(author.posts() + "/import", json("url", url));
  }

  @Test
  void anArticleBecomesADraftWithCopiesOfItsImages() throws IOException {
    servePage(
        "/herons",
        "<meta name=description content='Standing still'>"
            + "<link rel=canonical href='https://example.com/herons'>",
        paragraphs()
            + "<p>It is <strong>very</strong> <a href='/more'>still</a>.</p>"
            + "<p><img src='/heron.png' alt='A heron'></p><p><img src='/lost.png' alt=''></p>"
            + paragraphs());
    serve("/heron.png", 200, "image/png", picture());
    serve("/moved", 302, "text/plain", new byte[0], "Location", "/herons");
    try (TestInstance instance = instance(true)) {
      Author author = Author.of(instance);
      JsonNode post = run(author, base + "/moved").data();

      assertTrue(post.get("published_at").isNull());
      assertEquals("On herons", post.get("title").textValue());
      assertEquals("Standing still", post.get("summary").textValue());
      assertEquals("en", post.get("lang").textValue());
      assertEquals(
          "https://example.com/herons", post.at("/post_options/imported_from").textValue());
      String content =
          author.api().get(author.posts() + "/on-herons").data().get("content").asText();
      assertTrue(content.contains("**very** [still](" + base + "/more)"), content);
      assertTrue(content.contains("![A heron](/media/"), content);
      assertTrue(content.contains(base + "/lost.png"), content);
      assertFalse(content.contains("Imprint"), content);
      assertEquals(1, author.api().get("/attachments").data().at("/pagination/total").asInt());
      assertEquals("on-herons-2", run(author, base + "/herons").data().get("slug").textValue());
    }
  }

  @Test
  void whatIsNoArticleIsRejected() throws IOException {
    serve("/data", 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    serve("/gone", 404, "text/html", "gone".getBytes(StandardCharsets.UTF_8));
    serve("/large", 200, "text/html", new byte[6 * 1024 * 1024]);
    serve("/loop", 302, "text/html", new byte[0], "Location", "/loop");
    serve("/away", 302, "text/html", new byte[0], "Location", "file:///etc/passwd");
    serve("/empty", 200, "text/html", "<html></html>".getBytes(StandardCharsets.UTF_8));
    try (TestInstance instance = instance(true)) {
      Author author = Author.of(instance);
      assertEquals(ErrorCode.ARTICLE_NOT_FOUND.number(), run(author, base + "/data").code());
      assertEquals(ErrorCode.ARTICLE_NOT_FOUND.number(), run(author, base + "/empty").code());
      for (String path : new String[] {"/gone", "/large", "/loop"}) {
        assertEquals(ErrorCode.ARTICLE_UNREACHABLE.number(), run(author, base + path).code(), path);
      }
      for (String url :
          new String[] {base + "/away", "ftp://example.com/", "file:///etc/passwd", "/herons"}) {
        assertEquals(ErrorCode.ARTICLE_REFUSED.number(), run(author, url).code(), url);
      }
      assertEquals(422, run(author, "").status());
      assertEquals(422, run(author, "http://a b/").status());
      assertEquals(0, author.api().get(author.posts()).data().at("/pagination/total").asInt());
    }
  }

  @Test
  void serversInPrivateNetworksAreNotContacted() throws IOException {
    servePage("/", "", paragraphs());
    int port = site.getAddress().getPort();
    try (TestInstance instance = instance(false)) {
      Author author = Author.of(instance);
      for (String url :
          new String[] {
            base + "/",
            "http://localhost:" + port + "/",
            "http://127.0.0.1/",
            "http://localhost/",
            "http://[::1]/",
            "http://[::ffff:127.0.0.1]/",
            "http://2130706433/",
            "http://0.0.0.0/",
            "http://169.254.169.254/latest/meta-data/",
            "http://10.0.0.1/",
            "https://user:secret@127.0.0.1/"
          }) {
        Reply refused = run(author, url);
        assertEquals(422, refused.status(), url);
        assertEquals(ErrorCode.ARTICLE_REFUSED.number(), refused.code(), url);
      }
      assertEquals(0, requests.get());
      assertEquals(
          401, author.nobody().post(author.posts() + "/import", json("url", base)).status());
      assertEquals(
          403, author.somebodyElse().post(author.posts() + "/import", json("url", base)).status());
    }
  }
}
