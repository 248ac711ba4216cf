package com.quaily.resource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.model.error.ErrorCode;
import com.quaily.testing.ApiClient;
import com.quaily.testing.Author;
import com.quaily.testing.SharedInstance;
import com.quaily.testing.TestInstance;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Sends unexpected values to every field and parameter of every operation in the OpenAPI
 * description.
 */
@ExtendWith(SharedInstance.class)
class HostileInputTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SEED = 20261122;
  private static final int ROUNDS = 6;
  private static final Set<Integer> CODES =
      Arrays.stream(ErrorCode.values()).map(ErrorCode::number).collect(Collectors.toSet());
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "1.5",
          "1e999",
          "-1e-999",
          "9223372036854775808",
          "123456789012345678901234567890",
          "\"\"",
          "\" \"",
          "\"a\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\ud83d\\ude00\"",
          "\"../../etc/passwd\"",
          "\"' or 1=1 --\"",
          "\"%00\"",
          "\"null\"",
          "\"-4713-01-01T00:00:00Z\"",
          "\"+1000000000-12-31T23:59:59Z\"",
          "\"2026-01-01\"",
          "\"http://[::1\"",
          "\"http://a b/\"",
          "\"https://a.example/\\u202e\"",
          "\"<script>\"",
          "\"\\r\\nBcc: x@y.example\"",
          "\"a@b.example\"",
          "[]",
          "[null]",
          "[[]]",
          "[{}]",
          "[1,1,1]",
          "[\"a\",null]",
          "{}",
          "{\"\":null}",
          "{\"a\":null}",
          "{\"a\":{\"b\":[{}]}}",
          "{\"name\":null,\"value\":null}",
          "[{\"name\":null}]",
          "[{\"name\":5}]",
          "{\"accent\":null,\"language\":\"xx\",\"theme\":\"none\"}",
          "{\"language\":\"\"}",
          "{\"theme\":\"\\u0000\"}",
          "\"" + "a".repeat(5_000) + "\"",
          "\"" + "a ".repeat(900) + "\"");
  private static final List<String> PARAMETERS =
      List.of(
          "",
          "0",
          "-1",
          "2147483648",
          "9223372036854775808",
          "a",
          "%00",
          "%FF",
          "..",
          "%F0%9F%98%80",
          "a%0d%0ab",
          "true",
          "1,2,x",
          ",,,",
          "%27");

  private final ApiClient nobody;
  private final Author underTest;
  private final Random random = new Random(SEED);

  HostileInputTest(TestInstance instance) {
    this.nobody = new ApiClient(instance);
    this.underTest = Author.of(instance);
  }

  @Test
  void nothingThatIsSentIsTheServersFault() {
    JsonNode description = nobody.get("/openapi.json").body();
    List<String> calls = new ArrayList<>();
    description
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        operation ->
                            attack(
                                description,
                                operation.getKey(),
                                path.getKey(),
                                operation.getValue(),
                                calls)));
    assertTrue(calls.size() > 200, "only " + calls.size());
  }

  private void attack(
      JsonNode description, String method, String path, JsonNode operation, List<String> calls) {
    List<String> fields = fields(description, operation);
    if (path.equals("/auth/logout") || operation.path("responses").has("501")) {
      return;
    }
    for (int round = 0; round < ROUNDS + 2 * fields.size(); round++) {
      if (round == 0 || method.equals("delete")) {
        underTest.draft("hello", "text");
      }
      String target = fill(path, round < 2) + query(operation);
      String body = method.equals("get") ? null : body(fields);
      ApiClient client = round % 5 == 4 ? nobody : underTest.api();
      calls.add(method + " " + target);
      if (!path.contains("preview")
          && !path.contains("confirm")
          && !path.equals("/users/email/restore")) {
        check(
            client.exchange(
                method.toUpperCase(Locale.ROOT),
                "/api" + target,
                "application/json",
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)),
            target,
            body);
      }
    }
  }

  private static List<String> fields(JsonNode description, JsonNode operation) {
    List<String> fields = new ArrayList<>();
    for (String reference : operation.path("requestBody").findValuesAsText("$ref")) {
      description
          .at(reference.substring(1) + "/properties")
          .fieldNames()
          .forEachRemaining(fields::add);
    }
    return fields;
  }

  private String fill(String path, boolean existing) {
    String list = existing || random.nextInt(4) > 0 ? underTest.slug() : any(PARAMETERS);
    String post = existing || random.nextInt(3) > 0 ? "hello" : any(PARAMETERS);
    return path.replace("{list}", list)
        .replace("{post}", post)
        .replaceAll("\\{[a-z]+}", any(PARAMETERS).replace("\\", ""));
  }

  private String query(JsonNode operation) {
    List<String> pairs = new ArrayList<>();
    for (JsonNode parameter : operation.path("parameters")) {
      if (parameter.get("in").textValue().equals("query") && random.nextBoolean()) {
        pairs.add(parameter.get("name").textValue() + "=" + any(PARAMETERS));
      }
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String body(List<String> fields) {
    if (fields.isEmpty() || random.nextInt(12) == 0) {
      return any(VALUES);
    }
    String hostile = any(fields);
    List<String> members = new ArrayList<>();
    for (String field : fields) {
      if (field.equals(hostile)) {
        members.add("\"" + field + "\":" + any(VALUES));
      } else if (field.equals("title") || field.equals("name")) {
        members.add("\"" + field + "\":\"t\"");
      }
    }
    return "{" + String.join(",", members) + "}";
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static void check(HttpResponse<String> response, String target, String body) {
    String call = target + " " + body + " → " + response.statusCode() + " " + response.body();
    assertTrue(response.statusCode() < 500 || saysWhatIsMissing(response), call);
    assertFalse(response.body().contains("Exception"), call);
    String type = response.headers().firstValue("Content-Type").orElse("");
    if (Stream.of("image/", "text/csv", "text/event-stream").anyMatch(type::startsWith)) {
      return;
    }
    if (type.startsWith("text/html")) {
      // An address that HTTP itself forbids never reaches the API.
      boolean isForbidden = response.statusCode() == 400 && target.matches(".*(%|\\.\\.).*");
      boolean isPage = target.startsWith("/user/") || target.matches("/subscriptions/[^/]*/mail.*");
      assertTrue(isForbidden || isPage, call);
      return;
    }
    JsonNode answer = assertDoesNotThrow(() -> JSON.readTree(response.body()), call);
    if (target.startsWith("/oauth/") && answer.path("error").isTextual()) {
      return;
    }
    assertTrue(
        response.statusCode() == 200
            ? answer.has("data")
            : CODES.contains(answer.path("code").asInt()),
        call);
  }

  /** A feature that is not configured is not an error. */
  private static boolean saysWhatIsMissing(HttpResponse<String> response) {
    return response.statusCode() == 503
        && Stream.of(
                ErrorCode.NOT_CONFIGURED,
                ErrorCode.PHOTOS_NOT_CONFIGURED,
                ErrorCode.SOCIAL_UNAVAILABLE,
                ErrorCode.AI_NOT_CONFIGURED)
            .anyMatch(code -> response.body().contains("\"code\":" + code.number() + ","));
  }
}
