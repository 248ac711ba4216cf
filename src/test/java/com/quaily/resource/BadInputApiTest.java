package com.quaily.resource;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.RawConnection;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedInstance.class)
class BadInputApiTest {

  private final TestInstance instance;
  private final Author underTest;

  BadInputApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = Author.of(instance);
  }

  private Reply post(String body) {
    return underTest.api().post(underTest.posts(), body);
  }

  private static void assertRefused(Reply reply, int status, ErrorCode code, String field) {
    String body = reply.body().toString();
    assertEquals(status, reply.status(), body);
    assertEquals(code.number(), reply.code(), body);
    assertFalse(reply.body().get("message").textValue().isBlank());
    assertTrue(reply.body().get("ts").isIntegralNumber());
    assertEquals(field, reply.body().path("field").textValue(), body);
  }

  @Test
  void answersThatSucceedHaveDataAndTimeAndNothingElse() {
    Reply reply = underTest.nobody().get("/c");

    assertEquals(200, reply.status());
    assertEquals(2, reply.body().size());
    assertTrue(reply.body().get("ts").asLong() > 1_700_000_000L);
    assertEquals(
        "application/json;charset=utf-8",
        reply.response().headers().firstValue("Content-Type").orElseThrow());
    assertEquals("no-store", reply.response().headers().firstValue("Cache-Control").orElseThrow());
  }

  @Test
  void bodiesThatAreMissingOrNullAreAskedFor() {
    for (String body : new String[] {null, "null", "", "  "}) {
      assertRefused(post(body), 400, ErrorCode.BODY_REQUIRED, null);
    }
  }

  @Test
  void unknownFieldsAreIgnored() {
    assertEquals(200, post("{\"title\":\"t\",\"no_such_field\":{\"a\":[1]}}").status());
  }

  @Test
  void jsonThatIsNoneIsToldWithItsPlace() {
    Reply reply = post("{\"title\":\n  oops}");

    assertRefused(reply, 400, ErrorCode.MALFORMED_JSON, null);
    String message = reply.body().get("message").textValue();
    assertTrue(message.contains("line 2, column "), message);
    assertFalse(message.contains("com."), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[", "{\"title\"", "{\"title\":\"t\"", "{'title':1}", "nul", "\""})
  void jsonThatEndsTooEarlyIsRefused(String body) {
    assertEquals(ErrorCode.MALFORMED_JSON.number(), post(body).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "\"text\"", "true"})
  void aBodyThatIsNoObjectIsRefused(String body) {
    Reply reply = post(body);

    assertTrue(reply.status() == 400 || reply.status() == 422, reply.body().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"title\":5}|title",
        "{\"title\":true}|title",
        "{\"title\":[]}|title",
        "{\"content\":{\"a\":1}}|content",
        "{\"title\":\"t\",\"updated_at\":\"soon\"}|updated_at",
        "{\"title\":\"t\",\"post_options\":5}|post_options",
        "{\"title\":\"t\",\"tags\":{\"a\":1}}|tags",
        "{\"title\":\"t\",\"lang\":\"klingon!\"}|lang",
        "{\"title\":\"t\",\"cover_image_url\":\"javascript:x\"}|cover_image_url",
      })
  void aValueOfTheWrongTypeNamesItsField(String body, String field) {
    assertRefused(post(body), 422, ErrorCode.INVALID_FIELD, field);
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] broken = {'{', '"', 't', 'i', 't', 'l', 'e', '"', ':', '"', (byte) 0xC3, '(', '"', '}'};

    Reply reply =
        underTest
            .api()
            .send(
                "POST", underTest.posts(), "application/json", BodyPublishers.ofByteArray(broken));

    assertRefused(reply, 400, ErrorCode.INVALID_ENCODING, "title");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud800", "\\udc00\\ud800", "a\\ud83d"})
  void whatIsNoTextIsRefused(String escape) {
    Reply title = post("{\"title\":\"" + escape + "\"}");
    assertRefused(title, 400, ErrorCode.INVALID_ENCODING, "title");
    Reply content = post("{\"title\":\"t\",\"content\":\"" + escape + "\"}");
    assertRefused(content, 400, ErrorCode.INVALID_ENCODING, "content");
    Reply options = post("{\"title\":\"t\",\"post_options\":{\"" + escape + "\":1}}");
    assertRefused(options, 400, ErrorCode.INVALID_ENCODING, "post_options");
  }

  @Test
  void charactersBeyondTheFirstPlaneAreText() {
    Reply reply = post("{\"title\":\"\\ud83d\\ude00 😀 𠮷\"}");

    assertEquals("😀 😀 𠮷", reply.data().get("title").textValue());
  }

  @Test
  void bodiesNestedTooDeeplyAreRefused() {
    String deep = "[".repeat(100) + "]".repeat(100);

    assertEquals(
        ErrorCode.TOO_DEEPLY_NESTED.number(),
        post("{\"title\":\"t\",\"post_options\":{\"a\":" + deep + "}}").code());
    assertEquals(
        ErrorCode.TOO_DEEPLY_NESTED.number(),
        post("{\"title\":\"t\",\"unknown\":" + deep + "}").code());
    String eleven = "[".repeat(11) + "]".repeat(11);
    assertRefused(
        post("{\"title\":\"t\",\"post_options\":{\"a\":" + eleven + "}}"),
        422,
        ErrorCode.TOO_DEEPLY_NESTED,
        "post_options");
  }

  @Test
  void bodiesThatAreTooLargeAreRefused() {
    String large = "{\"title\":\"" + "a".repeat(9 << 20) + "\"}";

    assertRefused(post(large), 413, ErrorCode.BODY_TOO_LARGE, null);
    Reply unannounced =
        underTest
            .api()
            .send(
                "POST",
                underTest.posts(),
                "application/json",
                BodyPublishers.fromPublisher(BodyPublishers.ofString(large)));
    assertRefused(unannounced, 413, ErrorCode.BODY_TOO_LARGE, null);
  }

  @Test
  void textsThatAreTooLongNameTheirField() {
    assertEquals(200, post("{\"title\":\"" + "あ".repeat(200) + "\"}").status());
    assertRefused(
        post("{\"title\":\"" + "あ".repeat(201) + "\"}"), 422, ErrorCode.FIELD_TOO_LONG, "title");
    assertRefused(
        post("{\"title\":\"t\",\"content\":\"" + "a".repeat(1_000_001) + "\"}"),
        422,
        ErrorCode.FIELD_TOO_LONG,
        "content");
    assertRefused(
        post("{\"title\":\"t\",\"tags\":\"" + "a".repeat(65) + "\"}"),
        422,
        ErrorCode.FIELD_TOO_LONG,
        "tags");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "a b", "手紙", "a/b", "..", "123", "a.html", "\\u0000"})
  void slugsThatCannotBeAreRefused(String slug) {
    assertRefused(
        post("{\"title\":\"t\",\"slug\":\"" + slug + "\"}"), 422, ErrorCode.SLUG_INVALID, "slug");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/lists/..%2f..%2fetc%2fpasswd",
        "/lists/..%2f",
        "/lists/%2e%2e/users/me",
        "/lists/%00",
        "/lists/a%00b/posts",
        "/lists/%ff%fe/posts",
        "/lists/%ED%A0%80/posts",
        "/lists/99999999999999999999999999",
        "/lists/a%20b",
        "/lists/'%20or%201=1--/posts",
        "/lists/domains/%00",
        "/users/-1",
        "/users/0x10",
        "/no/such/thing",
        "/",
        "",
        "/lists/%",
        "/lists/https:%2f%2fa.example/posts"
      })
  void addressesThatLeadNowhereAreNeverTheServersFault(String path) throws IOException {
    try (RawConnection connection = new RawConnection(URI.create(instance.url()).getPort())) {
      RawConnection.Answer answer = connection.ask("GET", "/api" + path);

      assertTrue(answer.status() == 400 || answer.status() == 404, answer.status() + "");
      assertFalse(answer.text().contains("Exception"), answer.text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%00", "..%2f", "%ff", "-1", "99999999999999999999", "a%20b", "%EF%BC%A1"})
  void addressesOfPostsThatLeadNowhereAreNotFound(String key) throws IOException {
    for (String path : List.of("/" + key, "/check/" + key, "/" + key + "/publish")) {
      for (String method : List.of("GET", "DELETE", "PUT")) {
        try (RawConnection connection = new RawConnection(URI.create(instance.url()).getPort())) {
          int status = connection.ask(method, "/api" + underTest.posts() + path).status();

          assertTrue(status >= 400 && status < 500, method + " " + path + ": " + status);
        }
      }
    }
  }

  @Test
  void anotherMethodIsRefusedWithTheOnesThereAre() {
    Reply reply = underTest.api().call("PATCH", "/users/me", "{}");

    assertRefused(reply, 405, ErrorCode.METHOD_NOT_ALLOWED, null);
    String allow = reply.response().headers().firstValue("Allow").orElseThrow();
    assertTrue(allow.contains("GET") && allow.contains("PUT"), allow);
  }

  @Test
  void headAnswersLikeGetWithoutABody() {
    var response = underTest.nobody().exchange("HEAD", "/api/c", null, BodyPublishers.noBody());

    assertEquals(200, response.statusCode());
    assertEquals("", response.body());
  }

  @Test
  void otherKindsOfBodiesAreRefused() {
    for (String type : List.of("text/plain", "application/xml", "image/png")) {
      Reply reply =
          underTest.api().send("POST", underTest.posts(), type, BodyPublishers.ofString("{}"));
      assertRefused(reply, 415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, null);
    }
    assertTrue(
        underTest
                .api()
                .send("POST", underTest.posts(), "nonsense", BodyPublishers.ofString("{}"))
                .status()
            < 500);
    Reply untyped =
        underTest
            .api()
            .send("POST", underTest.posts(), null, BodyPublishers.ofString("{\"title\":\"t\"}"));
    assertEquals(200, untyped.status());
  }

  @Test
  void answersAreJsonWhateverIsAccepted() {
    assertEquals(200, underTest.nobody().with("Accept", "*/*").get("/c").status());
    Reply html = underTest.nobody().with("Accept", "text/html").get("/c");
    assertTrue(html.status() == 200 || html.status() == 406, html.body().toString());
  }

  @Test
  void scriptsOfOtherOriginsMayAskFirst() {
    var response =
        underTest
            .nobody()
            .with("Origin", "https://letters.example")
            .with("Access-Control-Request-Method", "PUT")
            .with("Access-Control-Request-Headers", "x-quail-key, content-type")
            .exchange("OPTIONS", "/api/users/me", null, BodyPublishers.noBody());

    assertEquals(200, response.statusCode());
    assertEquals("*", response.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    assertTrue(
        response
            .headers()
            .firstValue("Access-Control-Allow-Headers")
            .orElseThrow()
            .contains("X-QUAIL-KEY"));
    assertTrue(
        response
            .headers()
            .firstValue("Access-Control-Allow-Methods")
            .orElseThrow()
            .contains("PUT"));
    assertTrue(response.headers().firstValue("Access-Control-Allow-Credentials").isEmpty());
  }

  @Test
  void scriptsOfOtherOriginsReadFailuresToo() {
    Reply reply = underTest.nobody().with("Origin", "https://a.example").get("/users/me");

    assertEquals(401, reply.status());
    assertEquals(
        "*", reply.response().headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    assertTrue(
        underTest
            .nobody()
            .get("/c")
            .response()
            .headers()
            .firstValue("Access-Control-Allow-Origin")
            .isEmpty());
  }

  @Test
  void everyAnswerIsNamed() {
    Reply named = underTest.nobody().with("X-Request-Id", "my-request-1").get("/c");
    assertEquals(
        "my-request-1", named.response().headers().firstValue("X-Request-Id").orElseThrow());
    Reply hostile = underTest.nobody().with("X-Request-Id", "<script>alert(1)").get("/c");
    assertTrue(
        hostile
            .response()
            .headers()
            .firstValue("X-Request-Id")
            .orElseThrow()
            .matches("[0-9a-f]{32}"));
  }

  @Test
  void aSlashAtTheEndChangesNothing() {
    underTest.draft("hello", "x");

    assertEquals(200, underTest.api().put(underTest.posts() + "/hello/publish/", "null").status());
    assertEquals(200, underTest.api().get("/users/me/").status());
    assertEquals(200, underTest.api().post(underTest.posts() + "/", json("title", "t")).status());
  }
}
