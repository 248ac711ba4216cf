package com.quaily.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code /metrics} of a whole instance. */
class MetricsTest {

  private static final Pattern NAME = Pattern.compile("`((?:quaily|jvm|http_server)_[a-z_]+)`");

  @TempDir Path directory;

  private TestInstance start(Map<String, Object> settings) {
    return TestInstance.start(directory, Role.all(), TestInstance.migratedDatabase(), settings);
  }

  @Test
  void everyMetricOfTheHandbookIsThere() throws IOException {
    try (TestInstance instance = start(Map.of())) {
      instance.started().join();
      instance.get("/robots.txt");
      instance.get("/api/c");
      // Pauses are noted from the first scrape on.
      instance.get("/metrics");
      System.gc();
      Waiting.until(
          "the pause is noted", () -> instance.get("/metrics").body().contains("jvm_gc_pause"));
      String figures = instance.get("/metrics").body();
      Set<String> names =
          figures
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("[{ ]", 2)[0])
              .collect(Collectors.toCollection(TreeSet::new));
      Set<String> missing = promised();
      missing.removeAll(names);
      // It comes from a file that bin/backup writes.
      missing.remove("quaily_backup_last_success_timestamp_seconds");
      assertEquals(Set.of(), missing, figures);
    }
  }

  private static Set<String> promised() throws IOException {
    String handbook = Files.readString(Path.of("docs", "operations.md"));
    String section = handbook.split("\n## Metrics\n", 2)[1].split("\n## ", 2)[0];
    return NAME.matcher(section)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void requestsAreCountedByRouteAndStatus() throws IOException {
    try (TestInstance instance = start(Map.of())) {
      instance.started().join();
      for (int request = 0; request < 3; request++) {
        instance.get("/robots.txt");
      }
      instance.get("/nobody/p/nothing");
      instance.get("/api/lists/nobody");
      instance.get("/api/no-such-route");
      String figures = instance.get("/metrics").body();
      assertEquals(3, count(figures, "GET", "200", "pages"), figures);
      assertEquals(1, count(figures, "GET", "404", "pages"), figures);
      assertEquals(1, count(figures, "GET", "404", "/api/lists/{list}"), figures);
      assertEquals(1, count(figures, "GET", "404", "/api/*"), figures);
      assertFalse(figures.contains("nobody"), "addresses are no labels");
      assertTrue(value(figures, "quaily_cache_hits_total{tier=\"memory\"}") >= 2, figures);
    }
  }

  private static long count(String figures, String method, String status, String uri) {
    return (long)
        value(
            figures,
            "http_server_requests_seconds_count{method=\"%s\",status=\"%s\",uri=\"%s\"}"
                .formatted(method, status, uri));
  }

  private static double value(String figures, String metric) {
    return figures
        .lines()
        .filter(line -> line.startsWith(metric + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(metric.length() + 1)))
        .sum();
  }

  @Test
  void theLagOfDeliveriesKnowsEmailsToSingleReaders() throws SQLException, IOException {
    TestDatabase database = TestInstance.migratedDatabase();
    // No worker, so that nobody sends it.
    try (TestInstance instance =
        TestInstance.start(directory, Set.of(Role.API), database, Map.of())) {
      instance.started().join();
      assertEquals(0, value(instance.get("/metrics").body(), "quaily_delivery_lag_seconds"));
      execute(
          database,
          """
          insert into app_user (email) values ('ada@mail.example');
          insert into channel (slug, title, user_id, created_at, updated_at)
          select 'letters', 'Letters', id, now(), now() from app_user;
          insert into mailing (channel_id, kind, name, created_at)
          select id, 'DIGEST', 'today', now() from channel;
          insert into mailing_recipient (mailing_id, user_id, due_at, created_at, updated_at)
          select m.id, u.id, now() - interval '10 minutes', now(), now() from mailing m, app_user u
          """);
      double lag = value(instance.get("/metrics").body(), "quaily_delivery_lag_seconds");
      assertTrue(lag >= 600 && lag < 6_000, "lag: " + lag);
      execute(database, "update mailing_recipient set state = 'SENT'");
      assertEquals(0, value(instance.get("/metrics").body(), "quaily_delivery_lag_seconds"));
    }
  }

  private static void execute(TestDatabase database, String sql) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void clientsOfAProxyOnThisMachineSeeNoFigures() throws IOException {
    try (TestInstance instance = start(Map.of())) {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(instance.url() + "/metrics"))
              .header("X-Forwarded-For", "192.0.2.7");
      assertEquals(401, instance.send(request).statusCode());
      assertEquals(200, instance.get("/metrics").statusCode());
    }
  }

  @Test
  void aTokenOpensTheFiguresForOthers() throws IOException {
    try (TestInstance instance = start(Map.of("metrics.token", "open-sesame"))) {
      assertEquals(401, instance.get("/metrics").statusCode());
      assertEquals(401, withToken(instance, "open").statusCode());
      assertEquals(200, withToken(instance, "open-sesame").statusCode());
    }
  }

  private static HttpResponse<String> withToken(TestInstance instance, String token) {
    return instance.send(
        HttpRequest.newBuilder(URI.create(instance.url() + "/metrics"))
            .header("X-Forwarded-For", "192.0.2.7")
            .header("Authorization", "Bearer " + token));
  }
}
