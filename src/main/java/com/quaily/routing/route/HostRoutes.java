package com.quaily.routing.route;

/** How the paths of one host are understood. Implementations are immutable or thread-safe. */
interface HostRoutes {

  /**
   * Finds the route of a path.
   *
   * @param rawPath as the client sent it, without the query; may be null, which is a bad request
   */
  Route match(String rawPath);
}
