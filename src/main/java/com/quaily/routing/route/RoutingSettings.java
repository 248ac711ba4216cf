package com.quaily.routing.route;

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

  /**
   * @throws IllegalArgumentException when a rule has a malformed pattern or names no service
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
   * One line of the table.
   *
   * @param pattern a path as {@link RoutePattern} reads it
   * @param service the name of the service that answers
   * @param onChannelDomains whether the rule also holds on domains of channels
   */
  public record Rule(String pattern, String service, boolean onChannelDomains) {}
}
