package com.quaily.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RequestLogsTest {

  private static final String BEFORE = "[2026-05-04T09:30:00.123Z] 192.0.2.7 GET ";
  private static final String AFTER = " HTTP/2.0 200 7312 412 01HX ";

  private static String logged(String path, String referrer) {
    return RequestLogs.withoutSecrets(BEFORE + path + AFTER + "\"" + referrer + "\"");
  }

  @Test
  void tokensOfExportsAreLeftOut() {
    assertEquals(
        BEFORE + "/api/exports/…" + AFTER + "\"-\"", logged("/api/exports/s3cret-token", "-"));
    assertEquals(BEFORE + "/exports/…" + AFTER + "\"-\"", logged("/exports/s3cret", "-"));
    assertEquals(
        BEFORE + "/letters/p/exports" + AFTER + "\"-\"", logged("/letters/p/exports", "-"));
  }

  @Test
  void theQueryOfTheReferringPageIsLeftOut() {
    assertEquals(
        BEFORE + "/" + AFTER + "\"https://a.example/confirm\"",
        logged("/", "https://a.example/confirm?token=s3cret"));
    assertEquals(
        BEFORE + "/" + AFTER + "\"https://a.example/\"",
        logged("/", "https://a.example/#access_token=s3cret"));
    assertEquals(
        BEFORE + "/" + AFTER + "\"https://a.example/x\"", logged("/", "https://a.example/x"));
  }
}
