package com.quaily.routing.route;

import com.quaily.routing.route.Route.NotFoundRoute;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Finds the route of a request by host and path. Thread-safe; never blocks. */
public final class RouteTable {

  private static final String API = "api";
  private static final HostRoutes NOWHERE = path -> new NotFoundRoute();

  /** The site's routes in the memory; no channel has this slug. */
  private static final String SITE = "";

  private final RouteMemory memory = new RouteMemory();
  private final Map<String, HostRoutes> ownHosts = new HashMap<>();
  private final HostRoutes otherHosts;
  private final RouteRules channelRules;

  /** Own hosts and custom domains together; replaced as a whole. */
  private volatile Map<String, HostRoutes> hosts;

  /**
   * Compiles a table.
   *
   * @throws IllegalArgumentException when a pattern is malformed or the API hosts have no service
   */
  public RouteTable(RoutingSettings settings) {
    HostRoutes site =
        new RememberedRoutes(SiteRoutes.ofSite(RouteRules.ofSite(settings)), memory, SITE);
    for (String host : settings.siteHosts()) {
      ownHosts.put(normal(host), site);
    }
    for (String host : settings.apiHosts()) {
      ownHosts.put(normal(host), new ApiRoutes(API, apiService(settings)));
    }
    this.otherHosts = settings.siteHosts().contains(RoutingSettings.ANY_HOST) ? site : NOWHERE;
    this.channelRules = RouteRules.ofChannelDomain(settings);
    this.hosts = Map.copyOf(ownHosts);
  }

  /**
   * Finds the route of a request.
   *
   * @param host the requested host, with or without a port, in any case; may be null
   * @param rawPath the path as sent, without the query
   */
  public Route match(String host, String rawPath) {
    return routesOf(host).match(rawPath);
  }

  /**
   * Replaces the custom domains.
   *
   * @param channelsByHost host name to channel slug; the site's own hosts cannot be overridden
   */
  public void setChannelDomains(Map<String, String> channelsByHost) {
    Map<String, HostRoutes> all = new HashMap<>();
    channelsByHost.forEach(
        (host, channel) ->
            all.put(
                normal(host),
                new RememberedRoutes(
                    SiteRoutes.ofChannel(channelRules, channel), memory, channel)));
    all.putAll(ownHosts);
    this.hosts = Map.copyOf(all);
  }

  /** Paths remembered for all hosts together. */
  int remembered() {
    return memory.size();
  }

  private HostRoutes routesOf(String host) {
    if (host == null) {
      return otherHosts;
    }
    HostRoutes exact = hosts.get(host);
    if (exact != null) {
      return exact;
    }
    HostRoutes found = hosts.get(normal(host));
    return found != null ? found : otherHosts;
  }

  /** Lower case, without a port and without the trailing dot of a fully qualified name. */
  private static String normal(String host) {
    int colon = host.lastIndexOf(':');
    boolean hasPort = colon >= 0 && host.indexOf(']', colon) < 0;
    String name = (hasPort ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static Service apiService(RoutingSettings settings) {
    Service service = settings.services().get(API);
    if (service == null) {
      throw new IllegalArgumentException("API hosts are set but there is no service 'api'");
    }
    return service;
  }
}
