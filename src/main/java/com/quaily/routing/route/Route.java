package com.quaily.routing.route;

import com.quaily.model.page.PageKeys;

/** What a request's host and path mean. */
public sealed interface Route {

  /**
   * A finished object in storage.
   *
   * @param key its storage key
   * @param place where in which channel it stands; {@link Place#SITE} for what belongs to none
   */
  record PageRoute(String key, Place place) implements Route {

    /** The key of the page to show when there is nothing under {@link #key}. */
    public String notFoundKey() {
      return place.channel().isEmpty()
          ? PageKeys.siteNotFound()
          : PageKeys.notFound(place.channel());
    }
  }

  /**
   * The same resource has a better address.
   *
   * @param location the root-relative path, encoded, without a query
   */
  record RedirectRoute(String location) implements Route {}

  /**
   * Something that a service answers.
   *
   * @param name the service's name, which is also its folder below {@code sites/}
   * @param service its kind and settings
   * @param path for sites the decoded path below the service's mount, empty or beginning with a
   *     slash; for all others the raw path that the service shall see
   */
  record ServiceRoute(String name, Service service, String path) implements Route {}

  /** Nothing can ever be at this address. */
  record NotFoundRoute() implements Route {}

  /** The path is not a valid one: a bad escape, an encoded slash, a dot segment. */
  record BadRequestRoute() implements Route {}

  /**
   * A page's address in the terms of its channel.
   *
   * @param channel the channel's slug
   * @param path the decoded path within the channel without a leading slash, for example {@code
   *     p/hello}
   * @param base the path under which the channel stands on this host: {@code /slug}, or empty on a
   *     domain of its own
   */
  record Place(String channel, String path, String base) {

    /** No channel at all. */
    public static final Place SITE = new Place("", "", "");
  }
}
