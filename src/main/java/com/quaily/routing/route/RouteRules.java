package com.quaily.routing.route;

import com.quaily.routing.route.Route.ServiceRoute;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The compiled, ordered rules of one kind of host. */
final class RouteRules {

  /** Clients that know one address for everything ask for these without the prefix of the API. */
  private static final Set<String> API_AT_ROOT = Set.of("oauth", "composer", "auxilia", "user");

  private static final String API = "/api";

  private record Compiled(RoutePattern pattern, String name, Service service) {}

  private final List<Compiled> compiled;

  private RouteRules(List<Compiled> compiled) {
    this.compiled = compiled;
  }

  /** All rules, for the site's own hosts. */
  static RouteRules ofSite(RoutingSettings settings) {
    return new RouteRules(
        settings.rules().stream()
            .map(rule -> compile(RoutePattern.parse(rule.pattern()), rule, settings))
            .toList());
  }

  /** The rules for custom domains, where the channel's segment is omitted. */
  static RouteRules ofChannelDomain(RoutingSettings settings) {
    return new RouteRules(
        settings.rules().stream()
            .filter(RoutingSettings.Rule::onChannelDomains)
            .map(rule -> compile(ownPattern(rule.pattern()), rule, settings))
            .toList());
  }

  Optional<ServiceRoute> match(RequestPath path, String rawPath) {
    for (Compiled rule : compiled) {
      if (rule.pattern().matches(path.segments())) {
        return Optional.of(
            new ServiceRoute(
                rule.name(), rule.service(), servicePath(rule.service(), path, rawPath)));
      }
    }
    return Optional.empty();
  }

  private static Compiled compile(
      RoutePattern pattern, RoutingSettings.Rule rule, RoutingSettings settings) {
    return new Compiled(pattern, rule.service(), settings.services().get(rule.service()));
  }

  private static RoutePattern ownPattern(String pattern) {
    RoutePattern parsed = RoutePattern.parse(pattern);
    return parsed.isBelowChannel() ? parsed.withoutChannel() : parsed;
  }

  private static String servicePath(Service service, RequestPath path, String rawPath) {
    if (service instanceof Service.StaticSite site) {
      return below(site.mount(), path);
    }
    if (service instanceof Service.SinglePageApp app) {
      return below(app.mount(), path);
    }
    boolean api = service instanceof Service.Local && isApiAtRoot(path);
    return api ? API + rawPath : rawPath;
  }

  private static boolean isApiAtRoot(RequestPath path) {
    return !path.segments().isEmpty() && API_AT_ROOT.contains(path.segments().get(0));
  }

  /** The decoded path below the mount, or the whole path if it is not below it. */
  private static String below(String mount, RequestPath path) {
    String slash = path.endsWithSlash() || path.segments().isEmpty() ? "/" : "";
    String whole =
        path.segments().isEmpty() ? slash : "/" + String.join("/", path.segments()) + slash;
    boolean isBelow = whole.equals(mount) || whole.startsWith(mount + "/");
    return isBelow ? whole.substring(mount.length()) : whole;
  }
}
