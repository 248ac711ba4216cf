package com.quaily.routing.route;

import com.quaily.routing.route.Route.PageRoute;
import com.quaily.routing.route.Route.ServiceRoute;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Caches the routes of paths. With the same table, a path always has the same route, so entries
 * never become stale; when the cache is full, it is cleared.
 */
final class RememberedRoutes implements HostRoutes {

  private static final int MAXIMUM = 65_536;
  private static final int LONGEST = 256;

  private final HostRoutes routes;
  private final ConcurrentHashMap<String, Route> remembered = new ConcurrentHashMap<>();

  RememberedRoutes(HostRoutes routes) {
    this.routes = routes;
  }

  @Override
  public Route match(String rawPath) {
    if (rawPath == null) {
      return routes.match(null);
    }
    Route known = remembered.get(rawPath);
    return known != null ? known : matchAnew(rawPath);
  }

  private Route matchAnew(String rawPath) {
    Route route = routes.match(rawPath);
    if (rawPath.length() <= LONGEST && (route instanceof PageRoute || isFile(route))) {
      if (remembered.mappingCount() >= MAXIMUM) {
        remembered.clear();
      }
      remembered.put(rawPath, route);
    }
    return route;
  }

  private static boolean isFile(Route route) {
    return route instanceof ServiceRoute service
        && (service.service() instanceof Service.StaticSite
            || service.service() instanceof Service.SinglePageApp);
  }
}
