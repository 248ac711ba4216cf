package com.quaily.resource.channel;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.dao.SubscriptionDao;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
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

  /** In any email to the owner, who may also get notifications of comments. */
  private Matcher link() {
    StringBuilder texts = new StringBuilder();
    try {
      for (JsonNode mail : new ObjectMapper().readTree(instance.get("/dev/mail.json").body())) {
        if (mail.get("to").textValue().equals(author.email())) {
          texts.append(mail.get("text").textValue()).append('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return LINK.matcher(texts);
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
    Waiting.until("article", () -> instance.get(author.page("hello")).statusCode() == 200);

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

  @Test
  void readersAreInItWithTheEvidenceOfTheirConsentAndWhatTheyWrote() throws Exception {
    long post = author.published("harbour", "Ships.").get("id").asLong();
    author
        .api()
        .put(
            "/lists/" + author.slug() + "/options",
            json("options", json("comment_enabled", true, "comment_strategy", 0)));
    ApiClient ada = reader("ada-" + author.slug() + "@mail.example", "Ada, \"Countess\"");
    ApiClient ben = reader("ben-" + author.slug() + "@mail.example", "Ben");
    for (ApiClient reader : List.of(ada, ben)) {
      ApiClient onPage = reader.with("Referer", "https://letters.example/about?utm=1");
      assertEquals(
          200, onPage.post("/subscriptions/" + author.slug() + "/no-challenge", null).status());
    }
    assertEquals(200, ben.delete("/subscriptions/" + author.slug()).status());
    long first = comment(ada, post, null, "Well said,\n\"indeed\".");
    long second = comment(ben, post, first, "No!");
    assertEquals(200, author.api().put("/comments/" + second + "/spam", null).status());

    Map<String, String> files = unzip(fetch(mailedLink()).body());

    List<String> consents = files.get("consents.csv").lines().toList();
    assertEquals("email,act,method,form,requested_at,created_at", consents.get(0));
    assertEquals(2, consents.size(), files.get("consents.csv"));
    String begins =
        "ada-" + author.slug() + "@mail.example,subscribed,account,https://letters.example/about,2";
    assertTrue(consents.get(1).startsWith(begins), consents.get(1));
    String suppressions = files.get("suppressions.csv");
    assertTrue(
        suppressions.contains("\r\nben-" + author.slug() + "@mail.example,unsubscribed,2"),
        suppressions);
    assertFalse(suppressions.contains("ada-"), suppressions);
    assertTrue(files.get("subscribers.csv").startsWith("email,name,type,paid_expiry,"));
    assertFalse(files.get("subscribers.csv").contains("ben-"));
    JsonNode comments = new ObjectMapper().readTree(files.get("comments.json"));
    assertEquals(2, comments.size());
    JsonNode oldest = comments.get(0);
    assertEquals(first, oldest.get("id").asLong());
    assertEquals("Ada, \"Countess\"", oldest.get("author").textValue());
    assertEquals("Well said,\n\"indeed\".", oldest.get("content").textValue());
    assertEquals("harbour", oldest.get("post").textValue());
    assertEquals("approved", oldest.get("status").textValue());
    assertTrue(oldest.get("quote_comment_id").isNull());
    assertTrue(oldest.get("created_at").textValue().matches("2\\d{3}-.*Z"), oldest::toString);
    assertEquals(first, comments.get(1).get("quote_comment_id").asLong());
    assertEquals("spam", comments.get(1).get("status").textValue());
    assertFalse(files.get("comments.json").contains("@mail.example"), "no address of a commenter");
  }

  @Test
  void anExportCanExceedOneBatch() throws Exception {
    int count = 450;
    long channel = author.api().get("/lists/" + author.slug()).data().get("id").asLong();
    author.published("harbour", "Ships.");
    new StoredData(instance)
        .execute(
            """
            insert into app_user (email, name)
            select 'many-%2$s-' || n || '@mail.example', 'n' from generate_series(1, %3$d) n;
            insert into subscription (user_id, channel_id, confirmed_at, created_at, updated_at)
            select id, %1$d, now(), now(), now() from app_user where email like 'many-%2$s-%%';
            insert into subscription_consent (channel_id, user_id, trace_id, act, method,
              requested_at, created_at)
            select channel_id, user_id, trace_id, a.act, 'IMPORT', now(), now()
            from subscription, (values ('SUBSCRIBED'), ('UNSUBSCRIBED'), ('SUBSCRIBED')) a (act)
            where channel_id = %1$d;
            insert into suppression (channel_id, email, reason, created_at)
            select %1$d, 'gone-' || n, 'BOUNCED', now() from generate_series(1, %3$d) n;
            insert into comment (post_id, channel_id, author_id, content, status, created_at,
              updated_at)
            select p.id, p.channel_id, u.id, 'c', 1, now(), now()
            from post p, app_user u where p.channel_id = %1$d and u.email like 'many-%2$s-%%'\
            """
                .formatted(channel, author.slug(), count));

    Map<String, String> files = unzip(fetch(mailedLink()).body());

    assertEquals(count + 1, files.get("subscribers.csv").lines().distinct().count());
    assertEquals(3 * count + 1, files.get("consents.csv").lines().count());
    assertEquals(count + 1, files.get("suppressions.csv").lines().distinct().count());
    assertEquals(count, new ObjectMapper().readTree(files.get("comments.json")).size());
  }

  private void age(String interval) {
    new StoredData(instance)
        .execute(
            "update channel_export set created_at = created_at - ?::interval,"
                + " expires_at = expires_at - ?::interval where filename like ?",
            interval,
            interval,
            author.slug() + "-%");
  }

  private ApiClient reader(String email, String name) {
    ApiClient reader = new ApiClient(instance).login(email);
    assertEquals(200, reader.put("/users/me", json("name", name)).status());
    return reader;
  }

  private static long comment(ApiClient reader, long post, Long quoted, String content) {
    Reply reply =
        reader.post(
            "/comments", json("post_id", post, "quote_comment_id", quoted, "content", content));
    assertEquals(200, reply.status(), reply.body().toString());
    return reply.data().get("id").asLong();
  }

  private void subscribe(String email) {
    ApiClient reader = new ApiClient(instance).login(email);
    long user = reader.get("/users/me").data().get("id").asLong();
    long channel = author.api().get("/lists/" + author.slug()).data().get("id").asLong();
    instance
        .instance()
        .modules()
        .orElseThrow()
        .database()
        .dao(SubscriptionDao.class)
        .insertIfAbsent(user, channel, Instant.now());
  }

  @Test
  void anExpiredLinkIsRejected() throws Exception {
    String link = mailedLink();

    age("6 days 23:55");
    assertEquals(200, fetch(link).statusCode());
    age("10 minutes");

    assertEquals(404, fetch(link).statusCode());
    assertEquals(ErrorCode.EXPORT_NOT_FOUND.number(), author.nobody().get("/exports/x").code());
  }

  @Test
  void onlyTheOwnerAsksForIt() {
    assertEquals(403, author.somebodyElse().post(path, null).status());
    assertEquals(401, author.nobody().post(path, null).status());
  }
}
