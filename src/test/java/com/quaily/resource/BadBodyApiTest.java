package com.quaily.resource;

import static com.quaily.resource.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invalid request bodies. */
@ExtendWith(SharedInstance.class)
class BadBodyApiTest {

  private final Author underTest;

  BadBodyApiTest(TestInstance instance) {
    this.underTest = Author.of(instance);
  }

  private Reply post(String body) {
    return underTest.api().post(underTest.posts(), body);
  }

  @Test
  void missingOrNullBodiesAreRejected() {
    for (String body : new String[] {null, "null", "", "  "}) {
      assertRefused(post(body), 400, ErrorCode.BODY_REQUIRED, null);
    }
  }

  @Test
  void unknownFieldsAreIgnored() {
    assertEquals(200, post("{\"title\":\"t\",\"no_such_field\":{\"a\":[1]}}").status());
  }

  @Test
  void malformedJsonIsReportedWithItsPosition() {
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
  void aBodyThatIsNotAnObjectIsRejected(String body) {
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
  void invalidUtf8IsRejected() {
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
  void invalidTextIsRejected(String escape) {
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
  void invalidSlugsAreRejected(String slug) {
    assertRefused(
        post("{\"title\":\"t\",\"slug\":\"" + slug + "\"}"), 422, ErrorCode.SLUG_INVALID, "slug");
  }

  @Test
  void otherKindsOfBodiesAreRefused() {
    for (String type : List.of("text/plain", "application/xml", "image/png")) {
      Reply reply =
          underTest.api().send("POST", underTest.posts(), type, BodyPublishers.ofString("{}"));
      assertRefused(reply, 415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, null);
    }
    for (String type : List.of("nonsense", "text/", "/", "a/b/c", "application/json;charset")) {
      Reply reply =
          underTest.api().send("POST", underTest.posts(), type, BodyPublishers.ofString("{}"));
      assertRefused(reply, 415, ErrorCode.UNSUPPORTED_MEDIA_TYPE, null);
    }
    Reply notAccepted = underTest.api().with("Accept", "text/html;q=x").get(underTest.posts());
    assertRefused(notAccepted, 400, ErrorCode.BAD_REQUEST, null);
    Reply untyped =
        underTest
            .api()
            .send("POST", underTest.posts(), null, BodyPublishers.ofString("{\"title\":\"t\"}"));
    assertEquals(200, untyped.status());
  }
}
