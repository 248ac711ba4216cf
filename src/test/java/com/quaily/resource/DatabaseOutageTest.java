package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.TcpGate;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOutageTest {

  @TempDir Path directory;
  private TcpGate database;
  private TestInstance underTest;

  @BeforeEach
  void startBehindAGate() throws Exception {
    TestDatabase real = TestInstance.migratedDatabase();
    int port = URI.create(real.jdbcUrl().substring("jdbc:".length())).getPort();
    database = new TcpGate(port);
    TestDatabase gated =
        new TestDatabase(
            real.jdbcUrl().replace(":" + port + "/", ":" + database.port() + "/"),
            real.user(),
            real.password());
    underTest = TestInstance.start(directory, Role.all(), gated, Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    underTest.close();
    database.close();
  }

  @Test
  void requestsAreRefusedWithACodeUntilTheDatabaseIsBack() throws Exception {
    Author author = Author.of(underTest);
    author.published("hello", "Text");
    ApiClient nobody = author.nobody();

    database.close();

    for (int i = 0; i < 10; i++) {
      assertUnavailable(nobody.get("/lists/" + author.slug()));
      assertUnavailable(author.api().post(author.posts(), json("title", "t")));
      assertUnavailable(nobody.post("/auth/code", json("email", ApiClient.newEmail())));
    }
    assertEquals(200, underTest.get(author.page("hello")).statusCode());
    assertEquals(200, underTest.get("/healthz").statusCode());
    assertEquals(503, underTest.get("/readyz").statusCode());
    assertTrue(underTest.get("/readyz").body().contains("\"database\":false"));

    database.open();

    Waiting.until("ready", () -> underTest.get("/readyz").statusCode() == 200);
    Waiting.until("an answer", () -> nobody.get("/lists/" + author.slug()).status() == 200);
    assertEquals(200, author.api().post(author.posts(), json("title", "t")).status());
  }

  @Test
  void requestsAreRefusedWhileTheDatabaseHangs() throws Exception {
    Author author = Author.of(underTest);
    author.published("hello", "Text");
    ApiClient nobody = author.nobody();
    assertEquals(200, underTest.get(author.page("hello")).statusCode());

    database.freeze();

    // More than there are connections.
    List<CompletableFuture<Reply>> replies = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      replies.add(CompletableFuture.supplyAsync(() -> nobody.get("/lists/" + author.slug())));
    }
    assertEquals(503, underTest.get("/readyz").statusCode());
    for (CompletableFuture<Reply> reply : replies) {
      assertUnavailable(reply.get());
    }
    assertUnavailable(author.api().post(author.posts(), json("title", "t")));
    assertEquals(200, underTest.get(author.page("hello")).statusCode());
    assertEquals(200, underTest.get("/healthz").statusCode());

    database.thaw();

    Waiting.until("ready", () -> underTest.get("/readyz").statusCode() == 200);
    assertEquals(200, nobody.get("/lists/" + author.slug()).status());
    assertEquals(200, author.api().post(author.posts(), json("title", "t")).status());
  }

  private static void assertUnavailable(Reply reply) {
    assertEquals(503, reply.status(), reply.body().toString());
    assertEquals(ErrorCode.DATABASE_UNAVAILABLE.number(), reply.code());
    assertTrue(reply.response().headers().firstValue("Retry-After").isPresent());
    assertFalse(reply.response().body().contains("Exception"), reply.response().body());
    assertFalse(reply.response().body().contains("127.0.0.1"), reply.response().body());
  }
}
