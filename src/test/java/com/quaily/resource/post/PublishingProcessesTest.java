package com.quaily.resource.post;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.resource.StoredData;
import com.quaily.testing.ApiClient;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.wiring.process.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two API servers on one database, which share no memory. */
class PublishingProcessesTest {

  private static final int WRITERS = 4;
  private static final int POSTS_EACH = 12;

  @TempDir Path directory;

  @Test
  void writersAtOnceFillTheListPagesOneAfterTheOther() throws Exception {
    TestDatabase database = TestInstance.migratedDatabase();
    Map<String, Object> site = Map.of("site.base-url", "http://127.0.0.1:1");
    Path first = Files.createDirectory(directory.resolve("first"));
    Path second = Files.createDirectory(directory.resolve("second"));
    try (TestInstance one = TestInstance.start(first, Set.of(Role.API), database, site);
        TestInstance other = TestInstance.start(second, Set.of(Role.API), database, site)) {
      String token = one.login(ApiClient.newEmail());
      String slug = ApiClient.newSlug();
      new ApiClient(one).as(token).post("/lists", json("slug", slug, "title", "Letters"));

      makePublicationsSlow(database);
      publishAtOnce(List.of(new ApiClient(one).as(token), new ApiClient(other).as(token)), slug);

      StoredData data = new StoredData(one);
      int posts = WRITERS * POSTS_EACH;
      assertEquals(posts, data.number("select published_posts from channel where slug = ?", slug));
      assertEquals(
          "16",
          data.text(
              "select string_agg(distinct n::text, ',') from (select count(*) as n from post"
                  + " where published_at is not null group by list_page) pages"));
      assertEquals(posts / 16, data.number("select max(list_page) from post"));
    }
  }

  /** So that those of both servers are under way together. */
  private static void makePublicationsSlow(TestDatabase database) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          create function dawdle() returns trigger language plpgsql as $$
          begin perform pg_sleep(0.03); return null; end $$;
          create trigger slow after insert on post for each statement execute function dawdle();
          """);
    }
  }

  /** All with one date: then each is newer than those stored before it. */
  private static void publishAtOnce(List<ApiClient> servers, String slug) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        ApiClient api = servers.get(writer % servers.size());
        String name = "writer-" + writer;
        writers.add(
            threads.submit(
                () -> {
                  for (int post = 0; post < POSTS_EACH; post++) {
                    Object body =
                        json("slug", name + "-" + post, "title", "t", "datetime", "2026-01-01");
                    assertEquals(200, api.post("/lists/" + slug + "/posts", body).status());
                  }
                }));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
