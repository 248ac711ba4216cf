package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.dao.ChannelExportDao;
import com.quaily.dao.SubscriptionDao;
import com.quaily.model.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedInstance.class)
class ChannelExportApiTest {

  private static final Pattern LINK = Pattern.compile("http\\S+/api/exports/\\S+");

  private final TestInstance instance;
  private final Author author;
  private final String path;

  ChannelExportApiTest(TestInstance instance) {
    this.instance = instance;
    this.author = Author.of(instance);
    this.path = "/lists/" + author.slug() + "/export.zip";
  }

  private String mailedLink() {
    assertEquals(200, author.api().post(path, null).status());
    Waiting.until("the mail", () -> link().find());
    Matcher link = link();
    assertTrue(link.find());
    return link.group();
  }

  private Matcher link() {
    String mails = instance.get("/dev/mail.json").body();
    return mails.contains(author.email())
        ? LINK.matcher(author.nobody().mailTo(author.email()).get("text").textValue())
        : LINK.matcher("");
  }

  private static HttpResponse<byte[]> fetch(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofByteArray());
  }

  private static Map<String, String> unzip(byte[] content) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        entry = zip.getNextEntry();
      }
    }
    return files;
  }

  @Test
  void everythingOfTheChannelIsInTheFile() throws Exception {
    author.published("hello", "Free *text*.\n\n<!--paywall-->\n\nPaid text.");
    author.save(json("slug", "draft-one", "title", "題: \"quoted\"", "tags", "a,b"));
    author.api().put("/lists/" + author.slug() + "/bulletin", json("bulletin", "Hi"));
    subscribe("=1+1@mail.example");
    Waiting.until(
        "article", () -> instance.get("/" + author.slug() + "/p/hello").statusCode() == 200);

    HttpResponse<byte[]> answer = fetch(mailedLink());

    assertEquals(200, answer.statusCode());
    assertEquals("application/zip", answer.headers().firstValue("Content-Type").orElseThrow());
    assertTrue(
        answer.headers().firstValue("Content-Disposition").orElseThrow().contains(author.slug()));
    Map<String, String> files = unzip(answer.body());
    String hello = files.get("posts/hello.md");
    assertTrue(hello.startsWith("---\n") && hello.contains("slug: hello"), hello);
    assertTrue(hello.contains("date: '2026-01-31T09:30:00Z'"), hello);
    assertTrue(hello.contains("<!--paywall-->") && hello.contains("Paid text."), hello);
    String draft = files.get("posts/draft-one.md");
    assertTrue(draft.contains("draft: true") && draft.contains("題"), draft);
    assertTrue(files.get("site/p/hello.html").contains("Free <em>text</em>"), "page");
    assertFalse(files.get("site/p/hello.html").contains("Paid text."), "page");
    assertTrue(files.get("subscribers.csv").contains("'=1+1@mail.example,"));
    JsonNode settings = new ObjectMapper().readTree(files.get("settings.json"));
    assertEquals("Hi", settings.at("/list_options/bulletin").textValue());
    assertTrue(new ObjectMapper().readTree(files.get("redirects.json")).has("posts"));
  }

  private void subscribe(String email) {
    ApiClient reader = new ApiClient(instance).login(email);
    long user = reader.get("/users/me").data().get("id").asLong();
    long channel = author.api().get("/lists/" + author.slug()).data().get("id").asLong();
    instance
        .instance()
        .backend()
        .orElseThrow()
        .database()
        .dao(SubscriptionDao.class)
        .insertIfAbsent(user, channel, Instant.now());
  }

  @Test
  void anExpiredLinkLeadsNowhere() throws Exception {
    String link = mailedLink();
    assertEquals(200, fetch(link).statusCode());
    ChannelExportDao exports =
        instance.instance().backend().orElseThrow().database().dao(ChannelExportDao.class);
    exports.selectExpired(Instant.parse("9999-01-01T00:00:00Z")).stream()
        .filter(export -> export.filename().startsWith(author.slug() + "-"))
        .forEach(export -> exports.delete(export.id()));

    assertEquals(404, fetch(link).statusCode());
    assertEquals(ErrorCode.EXPORT_NOT_FOUND.number(), author.nobody().get("/exports/x").code());
  }

  @Test
  void onlyTheOwnerAsksForIt() {
    assertEquals(403, author.somebodyElse().post(path, null).status());
    assertEquals(401, author.nobody().post(path, null).status());
  }
}
