package com.quaily.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses sent before the whole body was read. */
@ExtendWith(SharedInstance.class)
class UnreadBodiesTest {

  private static final int MIB = 1 << 20;

  /** Only so that a test which fails does not hang. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final TestInstance instance;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();

  UnreadBodiesTest(TestInstance instance) {
    this.instance = instance;
  }

  @ParameterizedTest
  @CsvSource({"9,true", "9,false", "70,true", "70,false"})
  void http2ClientsLearnThatABodyIsTooLarge(int mebibytes, boolean announced) throws Exception {
    beginWithHttp2();
    HttpResponse<String> answer = send(json(mebibytes, announced));
    assertEquals(HttpClient.Version.HTTP_2, answer.version());
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("\"code\":1005"), answer.body());
    assertEquals(200, beginWithHttp2().statusCode());
  }

  @Test
  void http2ClientsGetTheErrorBeforeSendingAWholeBody() throws Exception {
    beginWithHttp2();
    assertEquals(400, send(BodyPublishers.ofString("no json " + "a".repeat(6 * MIB))).statusCode());
    assertEquals(200, beginWithHttp2().statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/lists/%FF", "/api/lists//options", "/api//"})
  void http2ClientsLearnThatAUrlIsRejected(String path) throws Exception {
    beginWithHttp2();
    assertEquals(400, send(path, BodyPublishers.ofString("a".repeat(6 * MIB))).statusCode());
    assertEquals(200, beginWithHttp2().statusCode());
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aLargeBodyThatAsksForAnUpgradeIsAnsweredWithoutOne(boolean announced) throws Exception {
    HttpResponse<String> answer = send(json(9, announced));
    assertEquals(HttpClient.Version.HTTP_1_1, answer.version());
    assertEquals(413, answer.statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Via", "Forwarded", "X-Forwarded-For", "X-Real-IP"})
  void aClientBehindAProxyCannotSpeakPastIt(String field) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(instance.url() + "/api/c"))
            .timeout(PATIENCE)
            .header(field, "192.0.2.1")
            .build();
    HttpClient fresh = HttpClient.newHttpClient();

    assertEquals(
        HttpClient.Version.HTTP_1_1, fresh.send(request, BodyHandlers.ofString()).version());
  }

  private HttpResponse<String> beginWithHttp2() throws Exception {
    URI uri = URI.create(instance.url() + "/api/c");
    return client.send(
        HttpRequest.newBuilder(uri).timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> send(BodyPublisher body) throws Exception {
    return send("/api/auth/code", body);
  }

  private HttpResponse<String> send(String path, BodyPublisher body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(instance.url() + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static BodyPublisher json(int mebibytes, boolean announced) {
    BodyPublisher body =
        BodyPublishers.ofString("{\"email\":\"" + "a".repeat(mebibytes * MIB) + "\"}");
    return announced ? body : BodyPublishers.fromPublisher(body);
  }
}
