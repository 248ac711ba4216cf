package com.quaily.resource.analytics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.database.Database;
import com.quaily.model.analytics.EmailTrace;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedInstance.class)
class AnalyticsApiTest {

  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0";

  private final TestInstance instance;
  private final Author author;
  private final JsonNode post;

  AnalyticsApiTest(TestInstance instance) {
    this.instance = instance;
    author = Author.of(instance);
    post = author.published("hello", "Hello.");
  }

  private ApiClient newReader() {
    return new ApiClient(instance).with("User-Agent", BROWSER);
  }

  private int view(ApiClient reader, String query) {
    return reader.post("/posts/view?id=" + post.get("id") + query, null).status();
  }

  private JsonNode shown() {
    return author.nobody().get(author.posts() + "/hello").data();
  }

  @Test
  void oneAddressIsAtMostThirtyReadersHoweverItNamesItself() {
    ApiClient robot = new ApiClient(instance);
    for (int i = 0; i < 100; i++) {
      view(robot.with("User-Agent", BROWSER + " v" + i), "");
    }
    view(newReader(), "");

    Waiting.until("31 views", () -> shown().get("page_view_count").asLong() >= 31);
    assertEquals(31, shown().get("page_view_count").asLong());
  }

  @Test
  void viewsAndReadsAreCountedOncePerReader() {
    ApiClient reader = newReader();
    assertEquals(200, view(reader, ""));
    assertEquals(200, view(reader, ""));
    assertEquals(200, view(newReader(), ""));
    assertEquals(200, reader.post("/posts/read?id=" + post.get("id"), null).status());

    Waiting.until("two views", () -> shown().get("page_view_count").asLong() == 2);
    assertEquals(1, shown().get("page_read_count").asLong());
    JsonNode metrics = author.nobody().get("/lists/" + author.slug() + "/metrics").data();
    assertEquals(2, metrics.get("total_views").asLong());
    assertEquals(1, metrics.get("total_reads").asLong());
    assertEquals("2026-01-31T09:30:00Z", metrics.get("last_published_at").textValue());
  }

  @Test
  void botsAreCountedSeparatelyWithTheReason() {
    assertEquals(200, view(newReader().with("User-Agent", "curl/8.5.0"), ""));
    assertEquals(200, view(newReader(), ""));

    Waiting.until("a view", () -> shown().get("page_view_count").asLong() == 1);
    JsonNode report = author.api().get(author.posts() + "/hello/analytics").data();
    assertEquals("program", report.at("/bots/0/reason").textValue());
    assertEquals(1, report.at("/bots/0/requests").asLong());
    assertEquals(1, report.at("/periods/0/page_views").asLong());
  }

  @Test
  void sourcesAreReportedByChannelAndByPost() {
    view(newReader(), "&utm_source=Letter&utm_medium=email&utm_campaign=May");
    view(newReader(), "&utm_source=letter&utm_medium=email&utm_campaign=may");
    view(newReader(), "&ref=https%3A%2F%2Fwww.example.com%2Fsecret%3Fq%3D1");
    Waiting.until("views", () -> shown().get("page_view_count").asLong() == 3);

    JsonNode report = author.api().get("/lists/" + author.slug() + "/analytics/sources").data();

    assertEquals("letter", report.at("/sources/0/source").textValue());
    assertEquals("may", report.at("/sources/0/campaign").textValue());
    assertEquals(2, report.at("/sources/0/page_views").asLong());
    assertEquals("example.com", report.at("/sources/1/source").textValue());
    assertEquals(3, report.get("total_views").asLong());
    assertEquals(66.67, report.at("/sources/0/percentage").asDouble());
    JsonNode ofPost = author.api().get(author.posts() + "/hello/analytics").data();
    assertEquals("letter", ofPost.at("/sources/0/source").textValue());
    assertEquals(2, ofPost.at("/sources_summary/0/views").asLong());
    assertEquals(3, ofPost.at("/summary/page_views").asLong());
  }

  @Test
  void postsAreReportedByWhatWasViewedMost() {
    JsonNode other = author.published("other", "Other.");
    view(newReader(), "");
    newReader().post("/posts/view?id=" + other.get("id"), null);
    newReader().post("/posts/view?id=" + other.get("id"), null);
    String path = "/lists/" + author.slug() + "/analytics/posts?granularity=month";
    Waiting.until(
        "counts", () -> author.api().get(path).data().at("/periods/0/page_views").asLong() == 3);

    JsonNode report = author.api().get(path).data();

    assertEquals("other", report.at("/items/0/slug").textValue());
    assertEquals(2, report.at("/items/0/page_view_count").asLong());
    assertEquals(2, report.at("/pagination/total").asLong());
    assertEquals(
        LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1).toString(),
        report.at("/periods/0/date").textValue());
  }

  @Test
  void anEmailOpenIsCountedByItsImage() {
    ApiClient subscriber = author.somebodyElse();
    EmailTrace trace = new EmailTrace(post.get("id").asLong(), subscription(subscriber));
    ApiClient mailProgram = newReader();

    HttpResponse<String> picture = picture(mailProgram, trace.text());
    picture(mailProgram, trace.text());
    picture(mailProgram, "nonsense");

    assertEquals(200, picture.statusCode());
    assertEquals("image/gif", picture.headers().firstValue("Content-Type").orElseThrow());
    assertEquals("no-store", picture.headers().firstValue("Cache-Control").orElseThrow());
    assertTrue(picture.headers().firstValue("Set-Cookie").isEmpty());
    Waiting.until("a look", () -> shown().get("email_view_count").asLong() == 1);
  }

  private HttpResponse<String> picture(ApiClient client, String trace) {
    return client.exchange(
        "GET", "/api/posts/email_view.gif?trace_id=" + trace, null, BodyPublishers.noBody());
  }

  private UUID subscription(ApiClient subscriber) {
    long userId = subscriber.get("/users/me").data().get("id").asLong();
    Database database = instance.instance().modules().orElseThrow().database();
    UUID trace = UUID.randomUUID();
    try (Connection connection = database.dataSource().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into subscription (user_id, channel_id, trace_id, confirmed_at, created_at,"
                    + " updated_at) values (?, ?, ?, now(), now(), now())")) {
      insert.setLong(1, userId);
      insert.setLong(2, post.get("list_id").asLong());
      insert.setObject(3, trace);
      insert.executeUpdate();
      return trace;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aChannelCanHideItsCountsFromReaders() {
    author
        .api()
        .put(
            "/lists/" + author.slug() + "/options",
            ApiClient.json("options", Map.of("view_count_hidden", true)));
    view(newReader(), "");

    Waiting.until(
        "a view",
        () ->
            author.api().get(author.posts() + "/hello").data().get("page_view_count").asLong()
                == 1);
    assertEquals(0, shown().get("page_view_count").asLong());
    assertEquals(
        0,
        author
            .nobody()
            .get("/lists/" + author.slug() + "/metrics")
            .data()
            .get("total_views")
            .asLong());
  }

  @Test
  void onlyWritersSeeReports() {
    String path = "/lists/" + author.slug() + "/analytics/posts";

    assertEquals(401, author.nobody().get(path).status());
    assertEquals(403, author.somebodyElse().get(path).status());
  }

  @Test
  void invalidDatesAreRejected() {
    for (String query :
        List.of(
            "start_date=x",
            "start_date=2026-02-01&end_date=2026-01-01",
            "start_date=1970-01-01&end_date=2026-01-01",
            "end_date=%2B1000000000-12-31T00:00:00Z",
            "granularity=hour")) {
      assertEquals(
          422,
          author.api().get("/lists/" + author.slug() + "/analytics/sources?" + query).status(),
          query);
    }
  }

  @Test
  void unpublishedPostsAreNotCounted() {
    JsonNode draft = author.draft("draft", "Not yet.");

    assertEquals(
        ErrorCode.POST_NOT_FOUND.number(),
        newReader().post("/posts/view?id=" + draft.get("id"), null).code());
    assertEquals(422, newReader().post("/posts/view?id=x", null).status());
    assertEquals(422, newReader().post("/posts/view", null).status());
  }

  @Test
  void nothingIsLostWithConcurrentClientsAndACleanShutdown(@TempDir Path directory)
      throws Exception {
    TestDatabase database = TestInstance.migratedDatabase();
    Map<String, Object> settings =
        Map.of(
            "server.trusted-proxies", List.of("127.0.0.1"), "site.base-url", "https://example.com");
    int clients = 64;
    int views = 20;
    long all = (long) clients * views;
    long postId;
    try (TestInstance first =
            TestInstance.start(directory.resolve("1"), Role.all(), database, settings);
        TestInstance second =
            TestInstance.start(directory.resolve("2"), Role.all(), database, settings)) {
      first.started().join();
      second.started().join();
      postId = Author.of(first).published("hello", "Hello.").get("id").asLong();
      ExecutorService pool = Executors.newFixedThreadPool(clients);
      List<Future<?>> work = new ArrayList<>();
      for (int c = 0; c < clients; c++) {
        TestInstance target = c % 2 == 0 ? first : second;
        work.add(
            pool.submit(
                () -> {
                  for (int v = 0; v < views; v++) {
                    ApiClient reader = new ApiClient(target).with("User-Agent", BROWSER);
                    assertEquals(200, reader.post("/posts/view?id=" + postId, null).status());
                  }
                }));
      }
      for (Future<?> done : work) {
        done.get();
      }
      pool.shutdown();
    }

    assertArrayEquals(
        new long[] {all, all, all, all},
        new long[] {
          number(database, "select sum(page_views) from post_metric where post_id = " + postId),
          number(database, "select sum(page_views) from channel_metric"),
          number(database, "select sum(page_views) from post_daily where post_id = " + postId),
          number(database, "select sum(page_views) from source_daily where post_id = " + postId)
        });
  }

  private static long number(TestDatabase database, String query) throws Exception {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }
}
