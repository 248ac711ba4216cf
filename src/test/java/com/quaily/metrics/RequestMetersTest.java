package com.quaily.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RequestMetersTest {

  private final RequestMeters underTest = new RequestMeters();

  private String scrape() {
    try (Metrics metrics = new Metrics(underTest, List.of())) {
      return metrics.scrape();
    }
  }

  private void answered(int status, long micros) {
    underTest.answered("GET", "pages", status, TimeUnit.MICROSECONDS.toNanos(micros));
  }

  @Test
  void aTimeIsInTheFirstBucketThatHoldsIt() {
    answered(200, 500);
    answered(200, 501);
    answered(200, 11_000_000);
    String labels = "{method=\"GET\",status=\"200\",uri=\"pages\",le=\"";
    String figures = scrape();
    for (String line : List.of("5.0E-4\"} 1", "0.001\"} 2", "10.0\"} 2", "+Inf\"} 3")) {
      assertTrue(
          figures.contains("http_server_requests_seconds_bucket" + labels + line + "\n"), figures);
    }
    assertTrue(
        figures.contains(
            "http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"pages\"} 3"),
        figures);
  }

  @Test
  void methodsThatClientsInventAreOne() {
    underTest.answered("BREW", "pages", 405, 1);
    underTest.answered("STEEP", "pages", 405, 1);
    assertTrue(scrape().contains("{method=\"OTHER\",status=\"405\",uri=\"pages\"} 2"), scrape());
  }

  @Test
  void errorsAreAnswersFrom500() {
    answered(200, 1);
    answered(404, 1);
    answered(500, 1);
    answered(503, 1);
    assertEquals(new RequestMeters.Answers(4, 2), underTest.answers());
  }
}
