package com.quaily.routing.route;

import com.quaily.routing.route.Route.PageRoute;
import com.quaily.routing.route.Route.ServiceRoute;

/**
 * Caches the routes of paths on one host. With the same table, a path always has the same route, so
 * entries never become stale.
 */
final class RememberedRoutes implements HostRoutes {

  private final HostRoutes routes;
  private final RouteMemory memory;
  private final String owner;

  /**
   * @param memory shared by all hosts of a table
   * @param owner the channel of a custom domain; empty for the site
   */
  RememberedRoutes(HostRoutes routes, RouteMemory memory, String owner) {
    this.routes = routes;
    this.memory = memory;
    this.owner = owner;
  }

  @Override
  public Route match(String rawPath) {
    if (rawPath == null) {
      return routes.match(null);
    }
    Route known = memory.get(owner, rawPath);
    return known != null ? known : matchAnew(rawPath);
  }

  private Route matchAnew(String rawPath) {
    Route route = routes.match(rawPath);
    if (route instanceof PageRoute || isFile(route)) {
      memory.put(owner, rawPath, route);
    }
    return route;
  }

  private static boolean isFile(Route route) {
    return route instanceof ServiceRoute service
        && (service.service() instanceof Service.StaticSite
            || service.service() instanceof Service.SinglePageApp);
  }
}
