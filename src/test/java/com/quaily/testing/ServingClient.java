package com.quaily.testing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.testing.RawConnection.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The HTTP client of the serving contracts. */
interface ServingClient {

  MemoryStorage storage();

  TestRouter router();

  RawConnection connection();

  default Answer get(String path, String... headers) throws IOException {
    return ask("GET", path, headers);
  }

  /** Asks twice and expects the same answer twice. */
  default Answer ask(String method, String path, String... headers) throws IOException {
    Answer first = connection().ask(method, path, headers);
    Answer second = connection().ask(method, path, headers);
    assertEquals(first.status(), second.status());
    assertEquals(comparable(first), comparable(second));
    assertArrayEquals(first.body(), second.body());
    return second;
  }

  static Map<String, String> comparable(Answer answer) {
    Map<String, String> headers = new TreeMap<>(answer.headers());
    headers.remove("date");
    return headers;
  }

  static String unzipped(Answer answer) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
