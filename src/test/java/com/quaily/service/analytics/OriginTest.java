package com.quaily.service.analytics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void urlParametersTakePrecedenceOverTheReferrer() {
    assertEquals(
        new Origin("newsletter", "email", "spring"),
        Origin.of(" Newsletter ", "EMAIL", "spring", "https://example.com/"));
  }

  @Test
  void onlyTheHostOfTheReferrerIsKept() {
    assertEquals(
        "example.com", Origin.of(null, null, null, "https://www.example.com/u/42?q=me").source());
    assertEquals("forum", Origin.of("", null, null, "Forum").source());
  }

  @Test
  void withoutAReferrerTheSourceIsDirect() {
    assertEquals(new Origin("direct", "", ""), Origin.of(null, null, null, null));
    assertEquals("direct", Origin.of("\u0000", null, null, "http://[::1").source());
  }

  @Test
  void longNamesAreCut() {
    assertEquals(64, Origin.of("a".repeat(5_000), null, null, null).source().length());
  }
}
