package com.quaily.routing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.ReservedSlugs;
import com.quaily.routing.Route.BadRequestRoute;
import com.quaily.routing.Route.NotFoundRoute;
import com.quaily.routing.Route.PageRoute;
import com.quaily.routing.Route.RedirectRoute;
import com.quaily.routing.Route.ServiceRoute;
import com.quaily.testing.DefaultRouting;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  private static final String SITE = "quaily.example";
  private static final String DOMAIN = "letters.example.com";

  private final RouteTable underTest =
      new RouteTable(
          new RoutingSettings(
              Set.of(SITE),
              Set.of("api.quaily.example"),
              DefaultRouting.settings().services(),
              DefaultRouting.settings().rules()));

  @BeforeEach
  void giveAliceADomain() {
    underTest.setChannelDomains(Map.of(DOMAIN, "alice"));
  }

  @ParameterizedTest
  @CsvSource({
    "/alice, pages/alice/index.html",
    "/alice/page/12, pages/alice/page/12.html",
    "/alice/p/hello-world, pages/alice/p/hello-world.html",
    "/alice/tags/travel, pages/alice/tags/travel.html",
    "/alice/tags/%E6%97%85, pages/alice/tags/旅.html",
    "/alice/feed/atom, pages/alice/feed/atom.xml",
    "/alice/feed/rss, pages/alice/feed/rss.xml",
    "/alice/feed/json, pages/alice/feed/feed.json",
    "/alice/sitemap_index.xml, pages/alice/sitemap_index.xml",
    "/alice/sitemap-3.xml, pages/alice/sitemap-3.xml",
    "/alice/widget, pages/alice/widget.html",
    "/alice/widget.external, pages/alice/widget.html",
    "/sitemap_index.xml, pages/sitemap_index.xml",
    "/robots.txt, pages/robots.txt",
    "/media/0aF9.webp, media/0aF9.webp",
    "/media/2026/0aF9.webp, media/2026/0aF9.webp"
  })
  void aPageHasItsKey(String path, String key) {
    PageRoute page = assertInstanceOf(PageRoute.class, underTest.match(SITE, path));
    assertEquals(key, page.key());
  }

  @ParameterizedTest
  @CsvSource({
    "/, pages/alice/index.html",
    "/p/hello, pages/alice/p/hello.html",
    "/feed/atom, pages/alice/feed/atom.xml",
    "/sitemap_index.xml, pages/alice/sitemap_index.xml",
    "/sitemap-1.xml, pages/alice/sitemap-1.xml",
    "/widget.external, pages/alice/widget.html",
    "/robots.txt, pages/robots.txt",
    "/media/aa.webp, media/aa.webp"
  })
  void aDomainOfItsOwnShowsTheChannelAtItsRoot(String path, String key) {
    PageRoute page = assertInstanceOf(PageRoute.class, underTest.match(DOMAIN, path));
    assertEquals(key, page.key());
  }

  @ParameterizedTest
  @CsvSource({
    "/alice/, /alice",
    "//alice, /alice",
    "/Alice, /alice",
    "/alice.html, /alice",
    "/alice/index.html, /alice",
    "/alice/index.html/, /alice",
    "/alice/p/Hello/, /alice/p/hello",
    "/alice//p//hello, /alice/p/hello",
    "/alice/p/hello.html, /alice/p/hello",
    "/alice/p/hello.html.html, /alice/p/hello",
    "/alice/p/hello/index.html, /alice/p/hello",
    "/ALICE//P/Hello.HTML/, /alice/p/hello",
    "/%61lice, /alice",
    "/alice/tags/%e6%97%85, /alice/tags/%E6%97%85",
    "/alice/tags/%65%CC%81, /alice/tags/%C3%A9",
    "/alice/feed/atom/, /alice/feed/atom",
    "/media//aa.webp, /media/aa.webp",
    "/index.html, /",
    "/Tools/, /tools/",
    "/tools//slug, /tools/slug",
    "/Alice/About, /alice/about",
    "/robots.txt/, /robots.txt"
  })
  void anotherSpellingIsSentToTheOneAddressAtOnce(String path, String address) {
    RedirectRoute redirect = assertInstanceOf(RedirectRoute.class, underTest.match(SITE, path));
    assertEquals(address, redirect.location());
    Route second = underTest.match(SITE, address);
    assertTrue(!(second instanceof RedirectRoute), () -> "redirected again: " + second);
  }

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
    assertInstanceOf(BadRequestRoute.class, underTest.match("api.quaily.example", path));
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/paid/alice/1.html",
        "/paid/p/1",
        "/exports/x.zip",
        "/routing/hosts.json",
        "/backups",
        "/pages/alice/index.html",
        "/sites/portal/index.html",
        "/routing",
        "/metrics/x",
        "/alice/page/01",
        "/alice/page/-1",
        "/alice/page/99999999999",
        "/alice/unknown",
        "/alice/p/a/b",
        "/al.ice",
        "/alice/feed/xml",
        "/alice/sitemap-.xml",
        "/alice/sitemap-x.xml",
        "/media",
        "/media/",
        "/media/aa.webp/",
        "/well-known/x",
        "/me/p/x"
      })
  void whatNobodyMayHaveIsNotFound(String path) {
    assertInstanceOf(NotFoundRoute.class, underTest.match(SITE, path));
  }

  @Test
  void aNameTooLongForStorageIsNotFound() {
    assertInstanceOf(NotFoundRoute.class, underTest.match(SITE, "/alice/p/" + "x".repeat(300)));
  }

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
    "/front/assets/app.js, front, /assets/app.js",
    "/alice/about, front, /alice/about",
    "/alice/bower, front, /alice/bower",
    "/alice/packs/3, front, /alice/packs/3",
    "/login, front, /login",
    "/login/google, oauth, /login/google",
    "/oauth/code, oauth, /code",
    "/oauth/oauth.css, oauth, /oauth.css",
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
    "/about, front",
    "/bower, front",
    "/packs/1, front",
    "/login, front",
    "/login/google, front",
    "/api/c, api",
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
    ServiceRoute route =
        assertInstanceOf(ServiceRoute.class, underTest.match("api.quaily.example", path));
    assertEquals("api", route.name());
    assertEquals(servicePath, route.path());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"LETTERS.example.com", "letters.example.com:8080", "letters.example.com."})
  void aHostIsTheSameInEverySpelling(String host) {
    PageRoute page = assertInstanceOf(PageRoute.class, underTest.match(host, "/"));
    assertEquals("pages/alice/index.html", page.key());
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "[::1]:8080", ""})
  void anUnknownHostShowsNothing(String host) {
    assertInstanceOf(NotFoundRoute.class, underTest.match(host, "/alice"));
  }

  @Test
  void aDomainCannotTakeTheSitesOwnHost() {
    underTest.setChannelDomains(Map.of(SITE, "mallory", "api.quaily.example", "mallory"));
    PageRoute page = assertInstanceOf(PageRoute.class, underTest.match(SITE, "/alice"));
    assertEquals("alice", page.place().channel());
    assertInstanceOf(ServiceRoute.class, underTest.match("api.quaily.example", "/c"));
  }

  @Test
  void aDomainThatIsTakenAwayShowsNothingMore() {
    assertInstanceOf(PageRoute.class, underTest.match(DOMAIN, "/p/hello"));
    underTest.setChannelDomains(Map.of());
    assertInstanceOf(NotFoundRoute.class, underTest.match(DOMAIN, "/p/hello"));
  }

  @Test
  void withoutConfigurationEveryHostIsTheSite() {
    RouteTable table = new RouteTable(DefaultRouting.settings());
    assertInstanceOf(PageRoute.class, table.match("127.0.0.1:8080", "/alice"));
    assertInstanceOf(PageRoute.class, table.match(null, "/alice"));
  }

  @Test
  void noFirstSegmentOfTheDefaultRulesCanBeAChannel() {
    for (RoutingSettings.Rule rule : DefaultRouting.settings().rules()) {
      String first = rule.pattern().split("/", -1)[1];
      boolean literal = !first.isEmpty() && !first.startsWith("{") && !first.startsWith("*");
      if (literal && !first.startsWith(".")) {
        assertTrue(ReservedSlugs.contains(first), first);
      }
    }
  }

  @Test
  void aRuleThatNamesNoServiceIsRefused() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new RoutingSettings(
                    Set.of("*"),
                    Set.of(),
                    Map.of(),
                    List.of(new RoutingSettings.Rule("/x", "nobody", false))));
    assertTrue(refusal.getMessage().contains("nobody"));
  }

  @Test
  void matchingManyDifferentPathsKeepsAnsweringRight() {
    for (int i = 0; i < 70_000; i++) {
      underTest.match(SITE, "/alice/p/post-" + i);
    }
    PageRoute page = assertInstanceOf(PageRoute.class, underTest.match(SITE, "/alice/p/post-1"));
    assertEquals("pages/alice/p/post-1.html", page.key());
  }
}
