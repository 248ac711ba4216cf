package com.quaily.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.Author;
import com.quaily.testing.TcpGate;
import com.quaily.testing.TestDatabase;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that starts before its database can be reached. */
class LateDatabaseTest {

  @TempDir Path directory;
  private TestDatabase real;
  private TcpGate gate;

  @BeforeEach
  void closeTheGate() throws Exception {
    real = TestInstance.migratedDatabase();
    gate = new TcpGate(URI.create(real.jdbcUrl().substring("jdbc:".length())).getPort());
    gate.close();
  }

  @AfterEach
  void forgetTheGate() throws Exception {
    gate.close();
  }

  @Test
  void readersAreServedBeforeTheDatabaseIsAvailable() throws Exception {
    Path page = directory.resolve("storage/pages/letters/p/hello.html");
    Files.createDirectories(page.getParent());
    Files.writeString(page, "<p>Hello</p>");
    try (TestInstance underTest = start(Map.of())) {
      assertEquals(200, underTest.get("/letters/p/hello").statusCode());
      assertEquals(200, underTest.get("/healthz").statusCode());
      assertEquals(503, underTest.get("/readyz").statusCode());
      assertTrue(underTest.get("/readyz").body().contains("\"database\":false"));
      assertEquals(503, underTest.call("GET", "/lists/letters", null, null).status());
      assertFalse(underTest.started().isDone());

      gate.open();

      underTest.started().get();
      Waiting.until("ready", () -> underTest.get("/readyz").statusCode() == 200);
      Author author = Author.of(underTest);
      author.published("hello", "Text");
      assertEquals(200, underTest.get(author.page("hello")).statusCode());
    }
  }

  @Test
  void startupEndsAfterTheConfiguredTimeout() throws Exception {
    try (TestInstance underTest = start(Map.of("startup.wait", "100ms"))) {
      ExecutionException failure =
          assertThrows(ExecutionException.class, () -> underTest.started().get());
      assertTrue(failure.getMessage().contains("gave up waiting for the database at jdbc:"));
      assertTrue(failure.getMessage().contains("Connection refused"), failure.getMessage());
    }
  }

  @Test
  void aWrongPasswordFailsImmediately() throws Exception {
    TestDatabase wrong = new TestDatabase(real.jdbcUrl(), real.user(), "wrong");
    IllegalStateException failure =
        assertThrows(
            IllegalStateException.class,
            () -> TestInstance.start(directory, Role.all(), wrong, Map.of()));
    assertTrue(
        failure
            .getMessage()
            .contains("the database rejects the connection: FATAL: password authentication"),
        failure.getMessage());
  }

  private TestInstance start(Map<String, Object> settings) throws Exception {
    String url = real.jdbcUrl();
    int port = URI.create(url.substring("jdbc:".length())).getPort();
    TestDatabase gated =
        new TestDatabase(
            url.replace(":" + port + "/", ":" + gate.port() + "/"), real.user(), real.password());
    return TestInstance.start(directory, Role.all(), gated, settings);
  }
}
