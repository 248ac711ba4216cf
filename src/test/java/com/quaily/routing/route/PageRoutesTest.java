package com.quaily.routing.route;

import static com.quaily.routing.route.SampleRoutes.DOMAIN;
import static com.quaily.routing.route.SampleRoutes.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.routing.route.Route.NotFoundRoute;
import com.quaily.routing.route.Route.PageRoute;
import com.quaily.routing.route.Route.RedirectRoute;
import com.quaily.routing.route.Route.ShortPostRoute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses have a page, and that each page has one address. */
class PageRoutesTest {

  private final RouteTable underTest = SampleRoutes.table();

  @ParameterizedTest
  @CsvSource({
    "/alice, pages/alice/index.html",
    "/alice/page/12, pages/alice/page/12.html",
    "/alice/p/hello-world, pages/alice/p/hello-world.html",
    "/alice/p/hello-world.md, pages/alice/p/hello-world.md",
    "/alice/tags/travel, pages/alice/tags/travel.html",
    "/alice/tags/%E6%97%85, pages/alice/tags/旅.html",
    "/alice/feed/atom, pages/alice/feed/atom.xml",
    "/alice/feed/rss, pages/alice/feed/rss.xml",
    "/alice/feed/json, pages/alice/feed/feed.json",
    "/alice/sitemap_index.xml, pages/alice/sitemap_index.xml",
    "/alice/sitemap-3.xml, pages/alice/sitemap-3.xml",
    "/alice/about, pages/alice/about.html",
    "/alice/bower, pages/alice/bower.html",
    "/alice/packs, pages/alice/packs.html",
    "/alice/packs/0a-1b, pages/alice/packs/0a-1b.html",
    "/alice/widget, pages/alice/widget.html",
    "/alice/widget.external, pages/alice/widget.html",
    "/sitemap_index.xml, pages/sitemap_index.xml",
    "/sitemap_index-2.xml, pages/sitemap_index-2.xml",
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
    "/p/hello.md, pages/alice/p/hello.md",
    "/feed/atom, pages/alice/feed/atom.xml",
    "/sitemap_index.xml, pages/alice/sitemap_index.xml",
    "/sitemap-1.xml, pages/alice/sitemap-1.xml",
    "/widget.external, pages/alice/widget.html",
    "/about, pages/alice/about.html",
    "/robots.txt, pages/robots.txt",
    "/media/aa.webp, media/aa.webp"
  })
  void aCustomDomainServesTheChannelAtItsRoot(String path, String key) {
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
    "/alice/P/hello//widget, /alice/p/hello/widget",
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
        "/alice/un.known",
        "/alice/feed",
        "/alice/p",
        "/alice/p/a/b",
        "/alice/p/a/widget/b",
        "/alice/p/a.md/widget",
        "/alice/tags/a/widget",
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
  void reservedPathsAreNotFound(String path) {
    assertInstanceOf(NotFoundRoute.class, underTest.match(SITE, path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/alice/hello", "/Alice//Hello/", "/alice/hello.html"})
  void anAddressWithoutThePMayBeAPost(String path) {
    ShortPostRoute route = assertInstanceOf(ShortPostRoute.class, underTest.match(SITE, path));
    assertEquals("pages/alice/p/hello.html", route.post().key());
  }

  @Test
  void aNameTooLongForStorageIsNotFound() {
    assertInstanceOf(NotFoundRoute.class, underTest.match(SITE, "/alice/p/" + "x".repeat(300)));
  }
}
