package com.quaily.routing.route;

import static com.quaily.routing.route.SampleRoutes.API;
import static com.quaily.routing.route.SampleRoutes.DOMAIN;
import static com.quaily.routing.route.SampleRoutes.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.quaily.routing.route.Route.BadRequestRoute;
import com.quaily.routing.route.Route.PageRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Malicious and malformed paths. */
class MalformedPathTest {

  private final RouteTable underTest = SampleRoutes.table();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alice",
        "*",
        "/%",
        "/%4",
        "/%zz",
        "/alice/%2Fp",
        "/alice/p/a%2fb",
        "/alice/p/a%5Cb",
        "/alice\\p",
        "/alice/p/a%00",
        "/alice/p/%0A",
        "/alice/p/%7F",
        "/.",
        "/..",
        "/../etc/passwd",
        "/alice/../bob",
        "/alice/./p",
        "/alice/%2e%2e/bob",
        "/alice/.%2E/bob",
        "/alice/p/..",
        "/%c0%af",
        "/%c0%ae%c0%ae/",
        "/%e0%80%af",
        "/%f0%80%80%af",
        "/%ed%a0%80",
        "/%ff",
        "/%C3",
        "/alice/p/%C2%85",
        "/media/%2e%2e/paid/alice/1.html",
        "/tools/%2e%2e/%2e%2e/paid"
      })
  void aMalformedPathIsABadRequest(String path) {
    assertInstanceOf(BadRequestRoute.class, underTest.match(SITE, path));
    assertInstanceOf(BadRequestRoute.class, underTest.match(DOMAIN, path));
    assertInstanceOf(BadRequestRoute.class, underTest.match(API, path));
  }

  @Test
  void decodingHappensOnce() {
    PageRoute page =
        assertInstanceOf(PageRoute.class, underTest.match(SITE, "/alice/p/%252e%252e%252f"));
    assertEquals("pages/alice/p/%2e%2e%2f.html", page.key());
  }

  @Test
  void aPathThatIsMissingOrTooLongIsABadRequest() {
    assertInstanceOf(BadRequestRoute.class, underTest.match(SITE, null));
    assertInstanceOf(BadRequestRoute.class, underTest.match(SITE, "/" + "a/".repeat(2000)));
  }
}
