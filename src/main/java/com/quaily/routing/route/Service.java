package com.quaily.routing.route;

import java.net.URI;
import java.time.Duration;

/** A kind of answerer that a route can name. */
public sealed interface Service {

  /**
   * Files below {@code sites/<name>/} in storage, with directory indexes and a 404 page of its own.
   *
   * @param mount the path under which the site stands, without a trailing slash; empty for the root
   */
  record StaticSite(String mount) implements Service {}

  /**
   * Like a static site, but every path that does not look like a file is the application's own
   * {@code index.html}.
   *
   * @param mount the path under which its files stand, without a trailing slash
   */
  record SinglePageApp(String mount) implements Service {}

  /** The servlets of this very program: API, health, metrics. */
  record Local() implements Service {}

  /**
   * Another server, asked on behalf of the reader.
   *
   * @param base scheme, host, port and an optional path that is put before the request's
   * @param connectTimeout how long to wait for the connection
   * @param answerTimeout how long to wait for the answer's head
   * @param maximumBody the largest request body passed on, in bytes
   */
  record Upstream(URI base, Duration connectTimeout, Duration answerTimeout, long maximumBody)
      implements Service {}
}
