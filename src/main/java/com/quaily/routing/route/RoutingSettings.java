package com.quaily.routing.route;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The configured route table.
 *
 * @param siteHosts the site's own host names in lower case; {@code *} matches every host that is
 *     neither an API host nor a custom domain
 * @param apiHosts hosts with the API at the root
 * @param services the services by name
 * @param rules in order, the first match wins; other paths are looked up among the channels' pages
 */
public record RoutingSettings(
    Set<String> siteHosts, Set<String> apiHosts, Map<String, Service> services, List<Rule> rules) {

  /** Every host, as in {@link #siteHosts}. */
  public static final String ANY_HOST = "*";

  /**
   * @throws IllegalArgumentException when a rule has a malformed pattern or an unknown service
   */
  public RoutingSettings {
    siteHosts = Set.copyOf(siteHosts);
    apiHosts = Set.copyOf(apiHosts);
    services = Map.copyOf(services);
    rules = List.copyOf(rules);
    for (Rule rule : rules) {
      RoutePattern.parse(rule.pattern());
      if (!services.containsKey(rule.service())) {
        throw new IllegalArgumentException(
            "The route " + rule.pattern() + " names an unknown service: " + rule.service());
      }
    }
  }

  /**
   * A rule of the table.
   *
   * @param pattern a path for {@link RoutePattern}
   * @param service the name of the service
   * @param onChannelDomains whether the rule also applies to custom domains
   */
  public record Rule(String pattern, String service, boolean onChannelDomains) {}
}
