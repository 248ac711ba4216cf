package com.quaily.resource;

import static com.quaily.resource.Refusals.assertRefused;
import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.error.ErrorCode;
import com.quaily.testing.Author;
import com.quaily.testing.RawConnection;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unknown and invalid URLs. */
@ExtendWith(SharedInstance.class)
class BadAddressApiTest {

  private final TestInstance instance;
  private final Author underTest;

  BadAddressApiTest(TestInstance instance) {
    this.instance = instance;
    this.underTest = Author.of(instance);
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
  void invalidPostAddressesAreNotFound(String key) throws IOException {
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
  void anotherMethodIsRejectedWithTheAllowedOnes() {
    Reply reply = underTest.api().call("PATCH", "/users/me", "{}");

    assertRefused(reply, 405, ErrorCode.METHOD_NOT_ALLOWED, null);
    String allow = reply.response().headers().firstValue("Allow").orElseThrow();
    assertTrue(allow.contains("GET") && allow.contains("PUT"), allow);
  }

  @Test
  void aSlashAtTheEndChangesNothing() {
    underTest.draft("hello", "x");

    assertEquals(200, underTest.api().put(underTest.posts() + "/hello/publish/", "null").status());
    assertEquals(200, underTest.api().get("/users/me/").status());
    assertEquals(200, underTest.api().post(underTest.posts() + "/", json("title", "t")).status());
  }
}
