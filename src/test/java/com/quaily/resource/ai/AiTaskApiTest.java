package com.quaily.resource.ai;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.model.error.ErrorCode;
import com.quaily.service.ai.AiKeyService.KeyCaps;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.ApiClient;
import com.quaily.testing.TestInstance;
import com.quaily.testing.TestInstance.Reply;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AiTaskApiTest {

  private static final KeyCaps FREE = new KeyCaps(1_000, 0, 0, 0, 0);

  private final AiProviderStub stub = new AiProviderStub();
  @TempDir private Path directory;
  private TestInstance instance;

  @BeforeEach
  void start() {
    instance =
        TestInstance.start(
            directory,
            Role.all(),
            TestInstance.migratedDatabase(),
            Map.of(
                "ai.proxies",
                List.of(
                    Map.of(
                        "name", "small",
                        "kind", "openai",
                        "model", "mini",
                        "class", "small",
                        "url", stub.url(),
                        "input-price", "0.5"),
                    Map.of(
                        "name", "vectors",
                        "kind", "openai",
                        "model", "bge",
                        "class", "embedding",
                        "url", stub.url()))));
    instance.started().join();
  }

  @AfterEach
  void close() throws IOException {
    instance.close();
    stub.close();
  }

  private ApiClient service(KeyCaps caps) {
    String key =
        instance.instance().modules().orElseThrow().ai().keys().create("test", caps).text();
    return new ApiClient(instance).with("X-SUSANOO-KEY", key);
  }

  private static Map<String, Object> question(String text, Map<String, Object> params) {
    return json("messages", List.of(json("role", "user", "content", text)), "params", params);
  }

  private static JsonNode result(ApiClient service, Reply accepted) {
    String traceId = accepted.data().get("trace_id").textValue();
    return service.get("/tasks/result?wait=30&trace_id=" + traceId).data();
  }

  @Test
  void aServiceGetsItsResult() {
    stub.script(question -> Behaviour.text("42"));
    ApiClient service = service(FREE);

    Reply accepted = service.post("/tasks", question("six times seven?", Map.of()));
    JsonNode done = result(service, accepted);

    assertEquals(0, accepted.data().get("code").intValue());
    assertEquals(3, done.get("status").intValue());
    assertEquals("42", done.at("/result/response/text").textValue());
    assertTrue(done.at("/result/response/json").isNull());
    assertEquals("small", done.get("proxy_id").textValue());
    assertEquals("six times seven?", done.at("/messages/0/content").textValue());
    assertEquals(0, done.get("pending_count").intValue());
    assertTrue(done.get("cost_time").isIntegralNumber());
  }

  @Test
  void jsonAndYamlComeInTheirShapes() {
    ApiClient service = service(FREE);
    stub.script(question -> Behaviour.text("```\n{\"title\":\"x\"}\n```"));
    Map<String, Object> asJson = json("format", "json", "format_template", "{\"title\":\"…\"}");
    assertEquals(
        "{\"title\":\"x\"}",
        result(service, service.post("/tasks", question("a", asJson))).get("result").toString());

    stub.script(question -> Behaviour.text("a: 1"));
    assertEquals(
        "{\"yaml\":\"a: 1\"}",
        result(service, service.post("/tasks", question("b", json("format", "yaml"))))
            .get("result")
            .toString());
  }

  @Test
  void aFailedTaskSaysWhy() {
    stub.script(question -> Behaviour.failure(400, "{\"error\":{\"message\":\"too odd\"}}"));
    ApiClient service = service(FREE);

    JsonNode failed = result(service, service.post("/tasks", question("?", Map.of())));

    assertEquals(4, failed.get("status").intValue());
    assertEquals(ErrorCode.AI_REFUSED.number(), failed.get("error_code").intValue());
    assertEquals("too odd", failed.get("error_message").textValue());
  }

  @Test
  void onlyAKeyOpensTheEndpoints() {
    ApiClient nobody = new ApiClient(instance);
    Object question = question("x", Map.of());

    assertEquals(401, nobody.post("/tasks", question).status());
    assertEquals(401, nobody.with("X-SUSANOO-KEY", "SK-wrong").post("/tasks", question).status());
    ApiClient one = service(FREE);
    String traceId = one.post("/tasks", question).data().get("trace_id").textValue();
    assertEquals(404, service(FREE).get("/tasks/result?trace_id=" + traceId).status());
    assertEquals(404, one.get("/tasks/result?trace_id=nonsense").status());
  }

  @Test
  void aKeyHasItsRateAndItsBudget() {
    ApiClient slow = service(new KeyCaps(2, 0, 0, 0, 0));
    assertEquals(404, slow.get("/tasks/result").status());
    assertEquals(404, slow.get("/tasks/result").status());
    Reply refused = slow.get("/tasks/result");
    assertEquals(429, refused.status());
    assertEquals(ErrorCode.TOO_MANY_REQUESTS.number(), refused.body().get("code").intValue());

    ApiClient poor = service(new KeyCaps(100, 10, 0, 0, 0));
    JsonNode failed = result(poor, poor.post("/tasks", question("dear", Map.of())));
    assertEquals(ErrorCode.AI_BUDGET.number(), failed.get("error_code").intValue());
  }

  @Test
  void badRequestsNameTheField() {
    ApiClient service = service(FREE);

    for (Map<String, Object> wrong :
        List.of(
            json("messages", List.of()),
            json("messages", List.of(json("role", "boss", "content", "x"))),
            json("messages", List.of(json("role", "user", "content", " "))),
            question("x", json("format", "xml")),
            question("x", json("format", "json", "format_template", "{")),
            question("x", json("search", json("enabled", true))))) {
      Reply refused = service.post("/tasks", wrong);
      assertEquals(422, refused.status(), refused.body()::toString);
      assertTrue(
          refused.body().get("message").textValue().matches("(messages|params)[.a-z_]*: .*"),
          refused.body()::toString);
    }
    assertTrue(stub.questions().isEmpty());
  }

  @Test
  void anIdempotencyKeyJoinsCalls() {
    ApiClient service = service(FREE).with("Idempotency-Key", "one");

    String first = service.post("/tasks", question("x", Map.of())).data().toString();

    assertEquals(
        first.contains("trace_id"),
        first.equals(service.post("/tasks", question("y", Map.of())).data().toString()));
    assertNotEquals(
        first,
        service
            .with("Idempotency-Key", "two")
            .post("/tasks", question("x", Map.of()))
            .data()
            .toString());
  }

  @Test
  void textsBecomeVectorsInTheirOrder() {
    ApiClient service = service(FREE);
    Object texts = json("model", "bge", "input", List.of(json("text", "a"), json("text", "b")));

    JsonNode results = service.post("/embeddings", texts).data().get("results");

    assertEquals("zczMPQAAAMAAAGBA", results.at("/0/embedding").textValue());
    assertEquals(1, results.at("/1/index").intValue());
    assertNotEquals(results.at("/0/embedding"), results.at("/1/embedding"));
    assertEquals(
        503,
        service
            .post("/embeddings", json("model", "x", "input", List.of(json("text", "a"))))
            .status());
    assertEquals(422, service.post("/embeddings", json("input", List.of())).status());
  }

  @Test
  void whatIsNotBuiltYetSaysSo() {
    ApiClient service = service(FREE);

    for (String path :
        List.of("/rerank", "/classify", "/images/generations", "/agents/factcheck")) {
      Reply reply = service.post(path, json());
      assertEquals(501, reply.status(), path);
      assertEquals(ErrorCode.NOT_IMPLEMENTED.number(), reply.body().get("code").intValue());
    }
  }

  @Test
  void aRemoteProxyAnswersForTheScheduler() throws IOException {
    stub.script(question -> Behaviour.text("from afar"));
    Map<String, Object> proxy =
        Map.of("name", "far", "kind", "openai", "model", "m", "class", "small", "url", stub.url());
    TestInstance remote =
        TestInstance.start(
            directory.resolve("remote"),
            Set.of(Role.AI_PROXY),
            TestInstance.migratedDatabase(),
            Map.of("ai.proxies", List.of(proxy), "ai.proxy-key", "shared"));
    TestInstance near =
        TestInstance.start(
            directory.resolve("near"),
            Role.all(),
            TestInstance.migratedDatabase(),
            Map.of(
                "ai.proxies",
                List.of(
                    Map.of(
                        "name", "far",
                        "kind", "remote",
                        "class", "small",
                        "key", "shared",
                        "url", remote.url()))));
    try (remote;
        near) {
      assertFalse(remote.instance().modules().isPresent(), "it needs no database");
      near.started().join();
      String key = near.instance().modules().orElseThrow().ai().keys().create("test", FREE).text();
      ApiClient service = new ApiClient(near).with("X-SUSANOO-KEY", key);

      JsonNode done = result(service, service.post("/tasks", question("where?", Map.of())));

      assertEquals("from afar", done.at("/result/response/text").textValue(), done::toString);
      assertEquals("far", done.get("proxy_id").textValue());
    }
  }
}
