package com.quaily.routing.route;

import static com.quaily.routing.route.SampleRoutes.API;
import static com.quaily.routing.route.SampleRoutes.DOMAIN;
import static com.quaily.routing.route.SampleRoutes.SITE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.quaily.model.channel.ReservedSlugs;
import com.quaily.routing.route.Route.NotFoundRoute;
import com.quaily.routing.route.Route.PageRoute;
import com.quaily.routing.route.Route.ServiceRoute;
import com.quaily.testing.DefaultRouting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each host serves, and which tables are invalid. */
class RouteTableTest {

  private final RouteTable underTest = SampleRoutes.table();

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
    underTest.setChannelDomains(Map.of(SITE, "mallory", API, "mallory"));
    PageRoute page = assertInstanceOf(PageRoute.class, underTest.match(SITE, "/alice"));
    assertEquals("alice", page.place().channel());
    assertInstanceOf(ServiceRoute.class, underTest.match(API, "/c"));
  }

  @Test
  void aRemovedDomainIsNotServedAnyMore() {
    assertInstanceOf(PageRoute.class, underTest.match(DOMAIN, "/p/hello"));
    underTest.setChannelDomains(Map.of());
    assertInstanceOf(NotFoundRoute.class, underTest.match(DOMAIN, "/p/hello"));
  }

  @Test
  void strangersCannotFillTheMemoryThroughManyDomains() {
    Map<String, String> domains = new HashMap<>();
    for (int domain = 0; domain < 50; domain++) {
      domains.put("d" + domain + ".example.org", "channel" + domain);
    }
    underTest.setChannelDomains(domains);
    int most = 0;
    for (int path = 0; path < 2_000; path++) {
      for (String host : domains.keySet()) {
        underTest.match(host, "/p/missing-" + path);
        most = Math.max(most, underTest.remembered());
      }
    }
    assertEquals(RouteMemory.MAXIMUM, most);
    PageRoute page =
        assertInstanceOf(PageRoute.class, underTest.match("d7.example.org", "/p/hello"));
    assertEquals("channel7", page.place().channel());
    page = assertInstanceOf(PageRoute.class, underTest.match("d8.example.org", "/p/hello"));
    assertEquals("channel8", page.place().channel());
  }

  @Test
  void withoutConfigurationEveryHostIsTheSite() {
    RouteTable table = new RouteTable(DefaultRouting.settings());
    assertInstanceOf(PageRoute.class, table.match("127.0.0.1:8080", "/alice"));
    assertInstanceOf(PageRoute.class, table.match(null, "/alice"));
  }

  @Test
  void noFirstSegmentOfTheDefaultRulesCanBeAChannel() {
    assertTrue(DefaultRouting.settings().rules().size() > 10);
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
