package com.quaily.ai.proxy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.MissingNode;
import com.quaily.model.JsonText;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PauseReaderTest {

  private final PauseReader underTest =
      new PauseReader(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC));

  private Optional<Duration> read(String... namesAndValues) {
    Map<String, List<String>> headers = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      headers.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
    }
    return underTest.read(
        HttpHeaders.of(headers, (name, value) -> true), MissingNode.getInstance());
  }

  private Optional<Duration> inBody(String json) throws IOException {
    return underTest.read(
        HttpHeaders.of(Map.of(), (name, value) -> true), JsonText.reader().readTree(json));
  }

  @Test
  void retryAfterIsReadInAllItsForms() {
    assertEquals(Optional.of(Duration.ofSeconds(7)), read("Retry-After", "7"));
    assertEquals(Optional.of(Duration.ofMillis(1_500)), read("retry-after", "1.5"));
    assertEquals(Optional.of(Duration.ofMillis(250)), read("retry-after-ms", "250"));
    assertEquals(
        Optional.of(Duration.ofSeconds(30)), read("Retry-After", "Mon, 30 Nov 2026 12:00:30 GMT"));
  }

  @Test
  void theMillisecondsGoBeforeTheSeconds() {
    assertEquals(
        Optional.of(Duration.ofMillis(20)), read("retry-after", "9", "retry-after-ms", "20"));
  }

  @Test
  void onlyAnExhaustedBucketCounts() {
    assertEquals(
        Optional.of(Duration.ofSeconds(366)),
        read(
            "x-ratelimit-remaining-requests", "0",
            "x-ratelimit-reset-requests", "6m6s",
            "x-ratelimit-remaining-tokens", "5",
            "x-ratelimit-reset-tokens", "1h"));
    assertEquals(
        Optional.of(Duration.ofSeconds(12)),
        read(
            "anthropic-ratelimit-tokens-remaining", "0",
            "anthropic-ratelimit-tokens-reset", "2026-11-30T12:00:12Z"));
    assertEquals(Optional.empty(), read("x-ratelimit-reset-requests", "6m0s"));
  }

  @Test
  void theBodyOfTheErrorIsReadToo() throws IOException {
    assertEquals(
        Optional.of(Duration.ofMillis(5_289)),
        inBody("{\"message\":\"Rate limit reached. Please try again in 5.289s.\"}"));
    assertEquals(
        Optional.of(Duration.ofMillis(34_070)),
        inBody("{\"details\":[{\"@type\":\"RetryInfo\",\"retryDelay\":\"34.07s\"}]}"));
  }

  @Test
  void whatMakesNoSenseCountsAsNotSaid() {
    for (String nonsense : List.of("-1", "", "soon", "0", "Mon, 30 Nov 2020 12:00:30 GMT")) {
      assertEquals(Optional.empty(), read("retry-after", nonsense), nonsense);
    }
  }
}
