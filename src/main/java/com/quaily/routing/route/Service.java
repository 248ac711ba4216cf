package com.quaily.routing.route;

import java.net.URI;
import java.time.Duration;

/** The kinds of services that a route can name. */
public sealed interface Service {

  /**
   * Files below {@code sites/<name>/} in storage, with directory indexes and a 404 page.
   *
   * @param mount the base path of the site, without a trailing slash; empty for the root
   */
  record StaticSite(String mount) implements Service {}

  /**
   * Like a static site, but every path that does not look like a file returns the application's
   * {@code index.html}.
   *
   * @param mount the base path of its files, without a trailing slash
   */
  record SinglePageApp(String mount) implements Service {}

  /** The servlets of this program: API, health, metrics. */
  record Local() implements Service {}

  /**
   * An upstream server.
   *
   * @param base scheme, host, port and an optional path that is prepended to the request's
   * @param connectTimeout timeout for connecting
   * @param answerTimeout timeout for the response headers
   * @param maximumBody the largest request body passed on, in bytes
   */
  record Upstream(URI base, Duration connectTimeout, Duration answerTimeout, long maximumBody)
      implements Service {}
}
