package com.quaily.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.RawConnection;
import com.quaily.testing.RawConnection.Answer;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedInstance.class)
class RequestRulesTest {

  private final TestInstance instance;

  RequestRulesTest(TestInstance instance) {
    this.instance = instance;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lists/%zz",
        "lists/%",
        "%2e%2e/x",
        "lists/a%00b",
        "lists/a%2fb",
        "/lists",
        "lists/%u1234"
      })
  void programsGetInvalidUrlErrorsAsJson(String path) throws IOException {
    Answer answer = ask("/api/" + path);
    assertEquals(400, answer.status());
    assertJson(1000, answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a/%2e%2e/x", "/a%2fb", "/%ff", "/letters/p/%u1234"})
  void browsersGetAnErrorPage(String path) throws IOException {
    Answer answer = ask(path);
    assertEquals(400, answer.status());
    assertTrue(answer.text().contains("<h1>400 Bad Request"), answer.text());
  }

  @Test
  void programsGetUrlTooLongErrorsAsJson() throws IOException {
    assertJson(1014, ask("/api/lists/" + "x".repeat(9000)));
    assertEquals(414, ask("/api/lists/" + "x".repeat(9000)).status());
    assertTrue(ask("/" + "x".repeat(9000)).text().contains("<h1>414"));
  }

  @Test
  void programsGetHeadersTooLargeErrorsAsJson() throws IOException {
    Answer answer = ask("/api/c", "X-Large: " + "x".repeat(9000));
    assertEquals(431, answer.status());
    assertJson(1015, answer);
  }

  @Test
  void http2HasTheSameAnswers() throws Exception {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    String api = instance.url() + "/api/c";
    client.send(HttpRequest.newBuilder(URI.create(api)).build(), BodyHandlers.ofString());
    HttpResponse<String> large =
        client.send(
            HttpRequest.newBuilder(URI.create(api)).header("X-Large", "x".repeat(9000)).build(),
            BodyHandlers.ofString());
    assertEquals(HttpClient.Version.HTTP_2, large.version());
    assertEquals(431, large.statusCode());
    HttpResponse<String> lengthy =
        client.send(
            HttpRequest.newBuilder(URI.create(api + "?q=" + "x".repeat(9000))).build(),
            BodyHandlers.ofString());
    assertEquals(414, lengthy.statusCode());
    assertTrue(lengthy.body().contains("\"code\":1014"), lengthy.body());
  }

  private static void assertJson(int code, Answer answer) {
    assertTrue(answer.header("Content-Type").startsWith("application/json"), answer.text());
    assertTrue(answer.text().startsWith("{\"code\":" + code + ","), answer.text());
  }

  private Answer ask(String path, String... headers) throws IOException {
    try (RawConnection connection = new RawConnection(URI.create(instance.url()).getPort())) {
      return connection.ask("GET", path, headers);
    }
  }
}
