package com.quaily.routing.route;

import com.quaily.model.page.PageKeys;

/** The target of a request, determined by host and path. */
public sealed interface Route {

  /**
   * A stored object.
   *
   * @param key its storage key
   * @param place its position within a channel; {@link Place#SITE} if it belongs to none
   */
  record PageRoute(String key, Place place) implements Route {

    /** The key of the page to show if there is nothing under {@link #key}. */
    public String notFoundKey() {
      return place.channel().isEmpty()
          ? PageKeys.siteNotFound()
          : PageKeys.notFound(place.channel());
    }
  }

  /**
   * A redirect to the canonical address.
   *
   * @param location the root-relative path, encoded, without a query
   */
  record RedirectRoute(String location) implements Route {}

  /**
   * A request for a service.
   *
   * @param name the service's name, which is also its folder below {@code sites/}
   * @param service its kind and settings
   * @param path for sites the decoded path below the service's mount, empty or starting with a
   *     slash; for all others the raw path for the service
   */
  record ServiceRoute(String name, Service service, String path) implements Route {}

  /**
   * The address of a post without the {@code p} before its slug, as some clients write it: a
   * redirect if there is such a post.
   *
   * @param post its page
   */
  record ShortPostRoute(PageRoute post) implements Route {}

  /**
   * The widget of a post, which exists as long as the post's page does.
   *
   * @param post that page
   */
  record PostWidgetRoute(PageRoute post) implements Route {

    /** The last segment of the address, after that of the post. */
    public static final String NAME = "widget";

    /** The storage key of the widget. */
    public String key() {
      return PageKeys.postWidget(post.place().channel());
    }
  }

  /** No page can ever have this address. */
  record NotFoundRoute() implements Route {}

  /** The path is invalid: a bad escape, an encoded slash, a dot segment. */
  record BadRequestRoute() implements Route {}

  /**
   * The address of a page within its channel.
   *
   * @param channel the channel's slug
   * @param path the decoded path within the channel without a leading slash, for example {@code
   *     p/hello}
   * @param base the channel's base path on this host: {@code /slug}, or empty on a custom domain
   */
  record Place(String channel, String path, String base) {

    /** Not in a channel. */
    public static final Place SITE = new Place("", "", "");
  }
}
