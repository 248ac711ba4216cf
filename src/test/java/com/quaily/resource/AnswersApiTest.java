package com.quaily.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all responses have in common, and who may read them. */
@ExtendWith(SharedInstance.class)
class AnswersApiTest {

  private final Author underTest;

  AnswersApiTest(TestInstance instance) {
    this.underTest = Author.of(instance);
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
  void headAnswersLikeGetWithoutABody() {
    var response = underTest.nobody().exchange("HEAD", "/api/c", null, BodyPublishers.noBody());

    assertEquals(200, response.statusCode());
    assertEquals("", response.body());
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
  void everyResponseHasARequestId() {
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
}
