package com.quaily.routing.route;

/** Finds routes on one host. Implementations are immutable or thread-safe. */
interface HostRoutes {

  /**
   * Finds the route of a path.
   *
   * @param rawPath as sent by the client, without the query; null is a bad request
   */
  Route match(String rawPath);
}
