package com.quaily.routing.route;

import static com.quaily.routing.route.SampleRoutes.API;
import static com.quaily.routing.route.SampleRoutes.DOMAIN;
import static com.quaily.routing.route.SampleRoutes.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.quaily.routing.route.Route.NotFoundRoute;
import com.quaily.routing.route.Route.ServiceRoute;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses belong to services. */
class ServiceRoutesTest {

  private final RouteTable underTest = SampleRoutes.table();

  @ParameterizedTest
  @CsvSource({
    "/, portal, /",
    "/pricing, portal, /pricing",
    "/pricing/, portal, /pricing/",
    "/ja, portal, /ja",
    "/zh/about/, portal, /zh/about/",
    "/portal.css, portal, /portal.css",
    "/favicon.ico, portal, /favicon.ico",
    "/tools, tools, ''",
    "/tools/, tools, /",
    "/tools/slug/page.js, tools, /slug/page.js",
    "/dashboard, dashboard, ''",
    "/dashboard/posts/1, dashboard, /posts/1",
    "/front/assets/app.js, front, /front/assets/app.js",
    "/login, front, /login",
    "/login/google, front, /login/google",
    "/oauth/code, front, /oauth/code",
    "/report, front, /report",
    "/user/3, api, /api/user/3",
    "/unsubscribe, front, /unsubscribe",
    "/search, front, /search",
    "/api/lists/a%20b, api, /api/lists/a%20b",
    "/api, api, /api",
    "/healthz, api, /healthz",
    "/dev/mail.json, api, /dev/mail.json"
  })
  void aServiceGetsItsPaths(String path, String name, String servicePath) {
    ServiceRoute route = assertInstanceOf(ServiceRoute.class, underTest.match(SITE, path));
    assertEquals(name, route.name());
    assertEquals(servicePath, route.path());
  }

  @ParameterizedTest
  @CsvSource({
    "/login, front",
    "/login/google, front",
    "/api/c, api",
    "/user/3, api",
    "/widget/app.js, widget"
  })
  void aChannelsDomainHasItsServicesToo(String path, String name) {
    ServiceRoute route = assertInstanceOf(ServiceRoute.class, underTest.match(DOMAIN, path));
    assertEquals(name, route.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dashboard",
        "/tools",
        "/oauth/authorize",
        "/pricing",
        "/metrics",
        "/dev/mail",
        "/bob/p/x"
      })
  void aChannelsDomainShowsNothingElse(String path) {
    assertInstanceOf(NotFoundRoute.class, underTest.match(DOMAIN, path));
  }

  @ParameterizedTest
  @CsvSource({
    "/c, /api/c",
    "/api/c, /api/c",
    "/, /api/",
    "/healthz, /healthz",
    "/a%20b, /api/a%20b"
  })
  void theApiHostAnswersAtItsRoot(String path, String servicePath) {
    ServiceRoute route = assertInstanceOf(ServiceRoute.class, underTest.match(API, path));
    assertEquals("api", route.name());
    assertEquals(servicePath, route.path());
  }
}
