package com.quaily.resource.media;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.resource.composer.ComposerApiTest;
import com.quaily.testing.ApiClient;
import com.quaily.testing.RemoteStub;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.wiring.process.Role;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance with a key for the photo provider; {@link ComposerApiTest} has none. */
class PhotoApiTest {

  private static final String SEARCH = "/composer/unsplash/photos/search";
  private static final String DOWNLOAD = "/composer/unsplash/photos/download_url?endpoint=";

  private static RemoteStub provider;
  private static TestInstance instance;

  private final ApiClient nobody = new ApiClient(instance);
  private final ApiClient writer = nobody.login(ApiClient.newEmail());

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    provider = new RemoteStub();
    provider.answer(
        "/search/photos",
        200,
        """
        {"total": 1, "total_pages": 1, "results": [
         {"id": "a", "width": 2, "height": 1, "links": {"download_location": "%s"}}]}\
        """
            .formatted(provider.uri("/photos/a/download")));
    provider.answer("/photos/a/download", 200, "{\"url\": \"https://images.unsplash.com/a\"}");
    Map<String, Object> settings =
        Map.of(
            "server.trusted-proxies", List.of("127.0.0.1"),
            "unsplash.access-key", "acc3ss",
            "unsplash.api-url", provider.uri("").toString());
    instance =
        TestInstance.start(
            directory, Set.of(Role.API, Role.ROUTER), TestInstance.migratedDatabase(), settings);
    instance.started().get(2, TimeUnit.MINUTES);
  }

  @AfterAll
  static void stop() throws Exception {
    instance.close();
    provider.close();
  }

  @Test
  void aPhotoIsFoundAndUsed() {
    JsonNode found = writer.get(SEARCH + "?query=tea&page=2&limit=7").data();

    assertEquals("/search/photos?query=tea&page=2&per_page=7", provider.last().target());
    assertEquals(1, found.get("total_pages").asInt());
    String endpoint = found.at("/results/0/links/download_location").textValue();
    assertEquals(
        "https://images.unsplash.com/a",
        writer.get(DOWNLOAD + endpoint).data().at("/url").asText());
    assertEquals(found, writer.get("/auxilia" + SEARCH + "?query=tea&page=2&limit=7").data());
    writer.get(SEARCH + "?query=tea");
    assertEquals("/search/photos?query=tea&page=1&per_page=10", provider.last().target());
    assertTrue(nobody.get("/c").data().at("/features/photo_search").booleanValue());
  }

  @Test
  void anApiKeyWorksToo() {
    JsonNode key = writer.post("/apikeys", json("name", "x")).data().get("key");

    assertEquals(200, nobody.as(key.textValue()).get(SEARCH + "?query=tea").status());
    assertEquals(401, nobody.get(SEARCH + "?query=tea").status());
  }

  @Test
  void invalidRequestsNameTheirField() {
    int asked = provider.count();

    assertField("query", ErrorCode.MISSING_FIELD, writer.get(SEARCH));
    assertField(
        "query", ErrorCode.FIELD_TOO_LONG, writer.get(SEARCH + "?query=" + "x".repeat(201)));
    for (String page : List.of("0", "-1", "1001", "x", "99999999999")) {
      assertField("page", ErrorCode.INVALID_FIELD, writer.get(SEARCH + "?query=tea&page=" + page));
    }
    assertField("limit", ErrorCode.INVALID_FIELD, writer.get(SEARCH + "?query=tea&limit=x"));
    assertField("endpoint", ErrorCode.MISSING_FIELD, writer.get(DOWNLOAD));
    assertField(
        "endpoint",
        ErrorCode.INVALID_FIELD,
        writer.get(DOWNLOAD + "https://evil.example/photos/a/download"));
    assertEquals(asked, provider.count());
  }

  @Test
  void aProviderFailureIsNotReportedAsAServerError() {
    provider.answer("/photos/b/download", 500, "oops");

    Reply reply = writer.get(DOWNLOAD + provider.uri("/photos/b/download"));

    assertEquals(503, reply.status());
    assertEquals(ErrorCode.PHOTOS_UNAVAILABLE.number(), reply.code());
    assertTrue(reply.response().headers().firstValue("Retry-After").isPresent());
    assertFalse(reply.body().toString().contains("acc3ss"));
  }

  private static void assertField(String field, ErrorCode code, Reply reply) {
    assertEquals(code.number(), reply.code(), reply.body().toString());
    assertEquals(field, reply.body().get("field").textValue());
  }
}
