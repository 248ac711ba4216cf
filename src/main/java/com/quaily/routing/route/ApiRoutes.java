package com.quaily.routing.route;

import com.quaily.routing.route.Route.BadRequestRoute;
import com.quaily.routing.route.Route.ServiceRoute;
import java.util.Set;

/** Routes of an API host, where the API is at the root as well as below {@code /api}. */
final class ApiRoutes implements HostRoutes {

  private static final String PREFIX = "/api";

  /** Some programs have it in their base URL. There is one version only. */
  private static final String VERSION = "/v1";

  private static final Set<String> OF_THE_INSTANCE = Set.of("/healthz", "/readyz", "/metrics");

  private final String name;
  private final Service service;

  ApiRoutes(String name, Service service) {
    this.name = name;
    this.service = service;
  }

  @Override
  public Route match(String rawPath) {
    if (RequestPath.parse(rawPath).isEmpty()) {
      return new BadRequestRoute();
    }
    boolean asItIs =
        rawPath.equals(PREFIX)
            || rawPath.startsWith(PREFIX + "/")
            || OF_THE_INSTANCE.contains(rawPath)
            || service instanceof Service.Upstream;
    String path = rawPath.startsWith(VERSION + "/") ? rawPath.substring(VERSION.length()) : rawPath;
    return new ServiceRoute(name, service, asItIs ? rawPath : PREFIX + path);
  }
}
