package com.quaily.routing.route;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Remembers the routes of paths, for all hosts together: strangers choose both the host and the
 * path, so a bound for each host would be none. When it is full, it is cleared. Thread-safe.
 */
final class RouteMemory {

  /** Entries of all hosts; with the longest paths about 20 MB. */
  static final int MAXIMUM = 32_768;

  /** Longer paths are not remembered. */
  static final int LONGEST = 256;

  /**
   * What a route depends on.
   *
   * @param owner the channel of a custom domain; empty for the site
   */
  private record Key(String owner, String path) {}

  private final ConcurrentHashMap<Key, Route> routes = new ConcurrentHashMap<>();
  private final AtomicInteger size = new AtomicInteger();

  /** The remembered route, or null. */
  Route get(String owner, String path) {
    return path.length() > LONGEST ? null : routes.get(new Key(owner, path));
  }

  void put(String owner, String path, Route route) {
    if (path.length() > LONGEST) {
      return;
    }
    if (size.incrementAndGet() > MAXIMUM) {
      routes.clear();
      size.set(1);
    }
    routes.put(new Key(owner, path), route);
  }

  int size() {
    return routes.size();
  }
}
