package com.quaily.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.quaily.testing.Author;
import com.quaily.testing.RawConnection;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program with many clients that send a body slowly. */
@ExtendWith(SharedInstance.class)
class SlowClientsTest {

  private static final int CLIENTS = 250;
  private static final int ROUNDS = 20;

  private final TestInstance instance;
  private final int port;

  SlowClientsTest(TestInstance instance) {
    this.instance = instance;
    this.port = instance.instance().settings().server().port();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/oauth/token", "/api/attachments", "/api/auth/code", "/api/no-such", "/"})
  void everyoneElseIsServed(String path) throws Exception {
    Author author = Author.of(instance);
    author.published("hello", "Text");
    List<RawConnection> slow = new ArrayList<>();
    try {
      for (int client = 0; client < CLIENTS; client++) {
        RawConnection connection = new RawConnection(port);
        slow.add(connection);
        // From four networks, as a proxy would tell.
        connection.send(
            "POST",
            path,
            "X-Forwarded-For: 2001:db8:0:" + client % 4 + "::" + (client + 1),
            "Content-Type: application/json",
            "Content-Length: 4000");
        connection.socket().getOutputStream().write("{".getBytes(StandardCharsets.UTF_8));
      }
      for (int round = 0; round < ROUNDS; round++) {
        slow.forEach(SlowClientsTest::sendOneMoreByte);
        assertEquals(200, instance.get("/healthz").statusCode());
        assertEquals(200, instance.get("/readyz").statusCode());
        assertEquals(200, instance.get(author.page("hello")).statusCode());
        assertEquals(200, author.nobody().get("/lists/" + author.slug()).status());
        assertEquals(200, askOnANewConnection(author.page("hello")));
      }
    } finally {
      for (RawConnection connection : slow) {
        connection.close();
      }
    }
  }

  private static void sendOneMoreByte(RawConnection connection) {
    try {
      connection.socket().getOutputStream().write(' ');
    } catch (IOException e) {
      // The server has had enough of this one.
    }
  }

  private int askOnANewConnection(String path) throws IOException {
    try (RawConnection connection = new RawConnection(port)) {
      return connection.ask("GET", path).status();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "br", "GZIP, identity"})
  void compressedBodiesAreRefused(String encoding) throws Exception {
    try (RawConnection connection = new RawConnection(port)) {
      connection.send(
          "POST",
          "/api/auth/code",
          "Content-Type: application/json",
          "Content-Encoding: " + encoding,
          "Content-Length: 2");
      connection.socket().getOutputStream().write("{}".getBytes(StandardCharsets.UTF_8));
      assertEquals(415, connection.read(false).status());
    }
  }

  @Test
  void aPageIsSentOnlyInTheVersionThatTheReaderHas() throws Exception {
    Author author = Author.of(instance);
    author.published("hello", "Text");
    try (RawConnection connection = new RawConnection(port)) {
      String etag = connection.ask("GET", author.page("hello")).header("ETag");
      assertEquals(200, connection.ask("GET", author.page("hello"), "If-Match: " + etag).status());
      assertEquals(200, connection.ask("GET", author.page("hello"), "If-Match: *").status());
      for (String other : List.of("\"other\"", "W/" + etag)) {
        assertEquals(
            412, connection.ask("GET", author.page("hello"), "If-Match: " + other).status());
      }
      String past = "If-Unmodified-Since: Mon, 01 Jan 2024 00:00:00 GMT";
      assertEquals(412, connection.ask("GET", author.page("hello"), past).status());
      RawConnection.Answer unchanged =
          connection.ask("GET", author.page("hello"), "If-None-Match: " + etag);
      assertEquals(304, unchanged.status());
      assertNull(unchanged.header("Content-Length"));
    }
  }
}
