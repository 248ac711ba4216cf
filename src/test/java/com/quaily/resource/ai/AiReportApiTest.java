package com.quaily.resource.ai;

import static com.quaily.testing.ApiClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.quaily.testing.AiProviderStub;
import com.quaily.testing.AiProviderStub.Behaviour;
import com.quaily.testing.AiProviderStub.End;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.TestInstance;
import com.quaily.testing.Waiting;
import com.quaily.wiring.process.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AiReportApiTest {

  private static final String OPERATOR = "Operator@Example.com";

  private final AiProviderStub stub = new AiProviderStub();
  @TempDir private Path directory;
  private TestInstance instance;
  private Author author;

  @BeforeEach
  void start() {
    instance =
        TestInstance.start(
            directory,
            Role.all(),
            TestInstance.migratedDatabase(),
            Map.of(
                "site.operators",
                List.of(OPERATOR),
                "ai.proxies",
                List.of(
                    Map.of(
                        "name", "one",
                        "kind", "anthropic",
                        "model", "sonnet",
                        "class", "large",
                        "concurrency", 1,
                        "input-price", 3,
                        "output-price", 15,
                        "key", "secret-key",
                        "url", stub.url()))));
    instance.started().join();
    author = Author.of(instance);
  }

  @AfterEach
  void close() throws IOException {
    instance.close();
    stub.close();
  }

  private ApiClient operator() {
    return new ApiClient(instance).login(OPERATOR);
  }

  private JsonNode report() {
    return operator().get("/operator/ai").data();
  }

  private void begin(String text) {
    author.api().post("/auxilia/tasks/titles", json("content", text, "list", author.slug()));
  }

  private static JsonNode sum(JsonNode report, String by) {
    for (JsonNode sum : report.get("usage")) {
      if (sum.get("by").textValue().equals(by)) {
        return sum;
      }
    }
    throw new AssertionError("no sum by " + by + ": " + report);
  }

  @Test
  void onlyTheConfiguredAccountsAreOperators() {
    assertEquals(403, author.api().get("/operator/ai").status());
    assertFalse(author.api().get("/users/me").data().get("is_operator").booleanValue());
    assertTrue(operator().get("/users/me").data().get("is_operator").booleanValue());
    assertEquals(200, operator().get("/operator/ai").status());
    String key = operator().post("/apikeys", json("name", "x")).data().get("key").textValue();
    assertEquals(403, author.nobody().as(key).get("/operator/ai").status(), "no key will do");
  }

  @Test
  void theReportShowsWhatWasUsedByDayKindChannelAndProxy() {
    stub.script(question -> Behaviour.text("{\"titles\":[\"a\",\"b\",\"c\",\"d\",\"e\"]}"));
    begin("Something.");
    Waiting.until("an attempt", () -> report().get("usage").size() == 4);
    Waiting.until("its end", () -> sum(report(), "day").get("tokens").longValue() > 0);

    JsonNode report = report();

    assertEquals(author.slug(), sum(report, "channel").get("name").textValue());
    assertEquals("titles", sum(report, "kind").get("name").textValue());
    assertEquals("one", sum(report, "proxy").get("name").textValue());
    assertTrue(sum(report, "day").get("micros").longValue() > 0, report::toString);
    assertFalse(report.toString().contains("secret-key"));
  }

  @Test
  void theReportShowsTheQueueWithoutItsTexts() {
    stub.script(question -> Behaviour.text("slow").ending(End.HANGING));
    begin("A secret text.");
    Waiting.until("a running task", () -> report().get("running").intValue() == 1);
    begin("Another secret text.");

    JsonNode report = report();

    assertEquals(1, report.get("pending").intValue());
    assertEquals("titles", report.at("/running_tasks/0/kind").textValue());
    assertEquals(author.slug(), report.at("/pending_tasks/0/channel").textValue());
    JsonNode proxy = report.at("/proxies/0");
    assertEquals("busy", proxy.get("state").textValue(), report::toString);
    assertEquals(1, proxy.get("slots").intValue());
    assertFalse(report.toString().contains("secret"));
  }

  @Test
  void theReportShowsFailuresAndWhyAProxyCools() {
    stub.script(
        question ->
            question.number() == 1
                ? Behaviour.failure(400, "{\"error\":{\"message\":\"no such thing\"}}")
                : Behaviour.failure(429, "{}").with("Retry-After", "3600"));
    begin("One.");
    Waiting.until("a failed task", () -> report().get("failed_tasks").size() == 1);
    assertTrue(report().at("/failed_tasks/0/message").textValue().contains("no such thing"));

    begin("Two.");

    Waiting.until(
        "a cooling proxy", () -> report().at("/proxies/0/state").textValue().equals("cooling"));
    JsonNode proxy = report().at("/proxies/0");
    assertFalse(proxy.get("cool_until").isNull());
    assertTrue(proxy.get("reason").textValue().startsWith("RATE"), proxy::toString);
  }
}
