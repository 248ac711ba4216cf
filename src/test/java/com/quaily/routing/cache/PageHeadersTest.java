package com.quaily.routing.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.Header;
import com.quaily.storage.ObjectInfo;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageHeadersTest {

  private static final String HTML = "text/html; charset=utf-8";
  private static final String DIAGRAM_FRAME = "sites/assets/diagram-frame-69f0d4b13083.html";

  private final PageHeaders underTest = new PageHeaders(HeaderSettings.defaults());

  @Test
  void ourOwnPagesMayFrameTheDrawingOfADiagramAndItMayStyleItself() {
    String policy = policy(DIAGRAM_FRAME);
    assertTrue(policy.contains("frame-ancestors 'self'"), policy);
    assertTrue(policy.contains("style-src 'unsafe-inline'"), policy);
    assertTrue(policy.contains("script-src 'self';"), policy);
    assertEquals(List.of(), values(DIAGRAM_FRAME, "X-Frame-Options"));
  }

  @Test
  void noOtherPageMayStyleItselfFreelyOrBeFramed() {
    for (String key :
        List.of(
            "sites/portal/diagram-frame-69f0d4b13083.html",
            "sites/assets/other-69f0d4b13083.html",
            "pages/covey/p/diagram-frame-69f0d4b13083.html")) {
      assertFalse(policy(key).contains("unsafe-inline"), key);
      assertEquals(List.of("DENY"), values(key, "X-Frame-Options"), key);
    }
  }

  @Test
  void filesWithAHashInTheirNameAreKeptForGood() {
    assertEquals(
        "public, max-age=31536000, immutable", cacheControl("sites/assets/embed-c47e357188fb.js"));
    assertEquals(
        "public, max-age=31536000, immutable",
        cacheControl("sites/dashboard/assets/index-Bx81kQ2a.js"));
    assertFalse(cacheControl("sites/portal/portal.css").contains("immutable"));
  }

  @Test
  void onlyPagesWithFormsForStrangersLetTheChallengesProviderIn() {
    String provider = "https://challenge.example";
    PageHeaders guarded =
        new PageHeaders(
            new HeaderSettings("no-cache", Optional.empty(), List.of(), List.of(provider)));
    Map<String, Boolean> pages =
        Map.of(
            "sites/front/oauth/authorize.html", true,
            "sites/front/login.html", true,
            "sites/front/report.html", true,
            "pages/alice/p/hello.html", true,
            "sites/front/oauth/code.html", false,
            "sites/front/login/google.html", false,
            "sites/portal/index.html", false);
    pages.forEach(
        (key, isGuarded) -> {
          String headers = guarded.ofContent(key, HTML, new byte[0]).toString();
          assertEquals(isGuarded, headers.contains(provider), key);
        });
  }

  private String policy(String key) {
    return values(key, "Content-Security-Policy").get(0);
  }

  private List<String> values(String key, String name) {
    return underTest.ofContent(key, HTML, "<p>x</p>".getBytes(StandardCharsets.UTF_8)).stream()
        .filter(header -> header.name().equals(name))
        .map(Header::value)
        .toList();
  }

  private String cacheControl(String key) {
    ObjectInfo info = new ObjectInfo(key, 1, "e", "text/html", Instant.EPOCH);
    return underTest.ofValidation(info, ContentEncoding.IDENTITY, true).stream()
        .filter(header -> header.name().equals("Cache-Control"))
        .map(Header::value)
        .findFirst()
        .orElseThrow();
  }
}
