package com.quaily.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The route table as configured.
 *
 * @param siteHosts the site's own host names in lower case; {@code *} stands for every host that is
 *     neither an API host nor a channel's domain
 * @param apiHosts hosts on which the API answers at the root
 * @param services the services by name
 * @param rules in order, the first that matches decides; what none matches is looked for among the
 *     channels' pages
 */
public record RoutingSettings(
    Set<String> siteHosts, Set<String> apiHosts, Map<String, Service> services, List<Rule> rules) {

  /** Every host, as {@link #siteHosts} writes it. */
  public static final String ANY_HOST = "*";

  public RoutingSettings {
    siteHosts = Set.copyOf(siteHosts);
    apiHosts = Set.copyOf(apiHosts);
    services = Map.copyOf(services);
    rules = List.copyOf(rules);
    for (Rule rule : rules) {
      if (!services.containsKey(rule.service())) {
        throw new IllegalArgumentException(
            "The route " + rule.pattern() + " names an unknown service: " + rule.service());
      }
    }
  }

  /**
   * One line of the table.
   *
   * @param pattern a path as {@link RoutePattern} reads it
   * @param service the name of the service that answers
   * @param onChannelDomains whether the rule also holds on domains of channels
   */
  public record Rule(String pattern, String service, boolean onChannelDomains) {

    /** A rule for the site's own hosts. */
    static Rule site(String pattern, String service) {
      return new Rule(pattern, service, false);
    }

    /** A rule for the site's hosts and for the channels' own domains. */
    static Rule everywhere(String pattern, String service) {
      return new Rule(pattern, service, true);
    }
  }

  /** The table of a fresh installation: every host is the site. */
  public static RoutingSettings defaults() {
    return new RoutingSettings(Set.of(ANY_HOST), Set.of(), defaultServices(), defaultRules());
  }

  /** The services of a fresh installation. */
  public static Map<String, Service> defaultServices() {
    return Map.of(
        "api", new Service.Local(),
        "assets", new Service.StaticSite("/assets"),
        "portal", new Service.StaticSite(""),
        "tools", new Service.StaticSite("/tools"),
        "widget", new Service.StaticSite("/widget"),
        "dashboard", new Service.SinglePageApp("/dashboard"),
        "front", new Service.SinglePageApp("/front"));
  }

  /** The rules of a fresh installation. */
  public static List<Rule> defaultRules() {
    return List.of(
        Rule.everywhere("/api/*", "api"),
        Rule.everywhere("/healthz", "api"),
        Rule.everywhere("/readyz", "api"),
        Rule.site("/metrics", "api"),
        Rule.site("/dev/*", "api"),
        Rule.site("/dashboard/*", "dashboard"),
        Rule.site("/tools/*", "tools"),
        Rule.everywhere("/widget/*", "widget"),
        Rule.everywhere("/front/*", "front"),
        Rule.everywhere("/{channel}/about", "front"),
        Rule.everywhere("/{channel}/bower/*", "front"),
        Rule.everywhere("/{channel}/packs/*", "front"),
        Rule.everywhere("/login/*", "front"),
        Rule.everywhere("/oauth/*", "front"),
        Rule.everywhere("/subscriptions/*", "front"),
        Rule.everywhere("/unsubscribe/*", "front"),
        Rule.everywhere("/confirm/*", "front"),
        Rule.everywhere("/settings/*", "front"),
        Rule.everywhere("/reading/*", "front"),
        Rule.site("/explore/*", "front"),
        Rule.site("/search/*", "front"),
        Rule.site("/", "portal"),
        Rule.site("/en/*", "portal"),
        Rule.site("/ja/*", "portal"),
        Rule.site("/zh/*", "portal"),
        Rule.site("/pricing/*", "portal"),
        Rule.site("/about/*", "portal"),
        Rule.site("/terms/*", "portal"),
        Rule.site("/privacy/*", "portal"),
        Rule.site("/portal/*", "portal"),
        Rule.everywhere("/assets/*", "assets"),
        Rule.site("/.well-known/*", "portal"),
        Rule.everywhere("/*.ico", "portal"),
        Rule.everywhere("/*.svg", "portal"),
        Rule.everywhere("/*.png", "portal"),
        Rule.site("/*.css", "portal"),
        Rule.site("/*.js", "portal"),
        Rule.site("/*.txt", "portal"),
        Rule.site("/*.webmanifest", "portal"));
  }
}
