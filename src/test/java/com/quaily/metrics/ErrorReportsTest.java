package com.quaily.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.quaily.resource.filter.ConflictData;
import com.quaily.resource.filter.ErrorMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Reports to a server that takes Sentry's envelopes. */
class ErrorReportsTest {

  private final List<String> envelopes = new CopyOnWriteArrayList<>();
  private HttpServer sentry;

  @BeforeEach
  void start() throws IOException {
    sentry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    sentry.createContext("/api/7/envelope/", this::take);
    sentry.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    try (InputStream body =
        packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
      envelopes.add(new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }
    byte[] answer = "{\"id\":\"1\"}".getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  @AfterEach
  void stop() {
    sentry.stop(0);
    MDC.clear();
  }

  private ErrorReports reports() {
    String dsn = "http://key@127.0.0.1:" + sentry.getAddress().getPort() + "/7";
    return new ErrorReports(Optional.of(new MetricsSettings.Sentry(dsn, "test")));
  }

  private List<JsonNode> events() throws IOException {
    List<JsonNode> events = new ArrayList<>();
    for (String envelope : envelopes) {
      for (String line : envelope.split("\n")) {
        JsonNode part = new ObjectMapper().readTree(line);
        if (part.has("exception")) {
          events.add(part);
        }
      }
    }
    return events;
  }

  @Test
  void aFailedRequestIsOneEventWithItsIdAndTheRelease() throws IOException {
    MDC.put("request_id", "0123abcd");
    MDC.put("channel_id", "42");
    try (ErrorReports reports = reports()) {
      new ErrorMapper(new ConflictData(null), reports)
          .toResponse(new IllegalStateException("Key (email)=(ada@example.com) exists"));
    }
    List<JsonNode> events = events();
    assertEquals(1, events.size(), envelopes.toString());
    JsonNode event = events.get(0);
    assertEquals("0123abcd", event.at("/tags/request_id").asText());
    assertEquals("42", event.at("/tags/channel_id").asText());
    assertEquals("test", event.get("environment").asText());
    assertTrue(event.get("release").asText().startsWith("quaily@"), event.toString());
    JsonNode exception = event.at("/exception/values/0");
    assertEquals("IllegalStateException", exception.get("type").asText());
    assertEquals("Key (email)=(…@…) exists", exception.get("value").asText());
    assertFalse(event.toString().contains("ada@"), event.toString());
  }

  @Test
  void withoutAnAddressNothingIsReported() throws IOException {
    try (ErrorReports none = new ErrorReports(Optional.empty())) {
      none.report(new IllegalStateException("unseen"), "api");
    }
    assertEquals(List.of(), events());
  }

  @Test
  void secretsAndQueriesAreRemoved() {
    assertEquals(
        "GET /confirm?… with …",
        Scrubber.scrub("GET /confirm?token=abc with 0123456789abcdef0123456789abcdef"));
  }
}
