package com.quaily.testing;

import static com.quaily.testing.ServedPages.PAGE;
import static com.quaily.testing.ServedPages.STYLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.testing.RawConnection.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The headers of responses. */
interface PageHeadersContract extends ServingClient {

  @Test
  default void aPageIsServedWithItsHeaders() throws IOException {
    Answer answer = get("/alice/p/hello");
    assertEquals(200, answer.status());
    assertEquals(PAGE, answer.text());
    assertEquals("text/html;charset=utf-8", answer.header("Content-Type"));
    assertEquals(
        "public, max-age=0, s-maxage=60, stale-while-revalidate=600",
        answer.header("Cache-Control"));
    assertEquals("Tue, 03 Feb 2026 04:05:06 GMT", answer.header("Last-Modified"));
    assertEquals("Accept-Encoding", answer.header("Vary"));
    assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    assertEquals("strict-origin-when-cross-origin", answer.header("Referrer-Policy"));
    assertEquals("DENY", answer.header("X-Frame-Options"));
    assertEquals(String.valueOf(PAGE.length()), answer.header("Content-Length"));
    assertTrue(answer.header("ETag").matches("\"v\\d+\""), answer.header("ETag"));
    assertNull(answer.header("Strict-Transport-Security"));
    assertNull(answer.header("Server"));
  }

  @Test
  default void thePolicyAllowsExactlyTheInlineStylesOfThePage() throws Exception {
    String policy = get("/alice").header("Content-Security-Policy");
    assertTrue(policy.contains("style-src 'self' " + hash(STYLE) + ";"), policy);
    assertTrue(policy.contains("script-src 'self';"), policy);
    assertTrue(policy.contains("frame-ancestors 'none'"), policy);
    assertTrue(policy.contains("default-src 'none'"), policy);
    assertFalse(policy.contains("unsafe-inline"), policy);
  }

  private static String hash(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @ParameterizedTest
  @ValueSource(strings = {"/alice/widget", "/alice/widget.external", "/alice/p/hello/widget"})
  default void onlyWidgetsMayBeFramed(String path) throws IOException {
    Answer answer = get(path);
    assertNull(answer.header("X-Frame-Options"));
    assertTrue(answer.header("Content-Security-Policy").endsWith("frame-ancestors *"));
  }

  @Test
  default void mediaAndHashedAssetsAreImmutable() throws IOException {
    String immutable = "public, max-age=31536000, immutable";
    assertEquals(immutable, get("/media/aF3.webp").header("Cache-Control"));
    Answer asset = get("/dashboard/assets/app-Bx9_kk21.js");
    assertEquals(200, asset.status());
    assertEquals(immutable, asset.header("Cache-Control"));
    assertNotEquals(immutable, get("/dashboard").header("Cache-Control"));
  }

  @Test
  default void headHasTheHeadersOfGetAndNoBody() throws IOException {
    for (String path : List.of("/alice", "/media/aF3.webp", "/alice/p/none", "/alice/", "/")) {
      Answer get = get(path, "Accept-Encoding: gzip");
      Answer head = ask("HEAD", path, "Accept-Encoding: gzip");
      assertEquals(get.status(), head.status(), path);
      assertEquals(ServingClient.comparable(get), ServingClient.comparable(head), path);
    }
  }
}
