package com.quaily.routing.route;

import com.quaily.model.page.PageKeys;
import com.quaily.routing.route.Route.BadRequestRoute;
import com.quaily.routing.route.Route.NotFoundRoute;
import com.quaily.routing.route.Route.PageRoute;
import com.quaily.routing.route.Route.Place;
import com.quaily.routing.route.Route.PostWidgetRoute;
import com.quaily.routing.route.Route.RedirectRoute;
import com.quaily.routing.route.Route.ServiceRoute;
import com.quaily.storage.StorageKey;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The routes of a host with pages: the site with all its channels, or a custom domain. Tried in
 * this order: site files, media, the rules, channel pages.
 */
final class SiteRoutes implements HostRoutes {

  private static final String MEDIA = "media";

  /** The first index has no number; no site has more than 9,999. */
  private static final Pattern SITEMAP_INDEX =
      Pattern.compile("sitemap_index(?:-([2-9]|[1-9]\\d{1,3}))?\\.xml");

  private final RouteRules rules;
  private final Optional<String> onlyChannel;

  private SiteRoutes(RouteRules rules, Optional<String> onlyChannel) {
    this.rules = rules;
    this.onlyChannel = onlyChannel;
  }

  static SiteRoutes ofSite(RouteRules rules) {
    return new SiteRoutes(rules, Optional.empty());
  }

  static SiteRoutes ofChannel(RouteRules rules, String channel) {
    return new SiteRoutes(rules, Optional.of(channel));
  }

  @Override
  public Route match(String rawPath) {
    return RequestPath.parse(rawPath)
        .map(path -> match(path, rawPath))
        .orElseGet(BadRequestRoute::new);
  }

  private Route match(RequestPath path, String rawPath) {
    if (!path.segments().isEmpty() && path.segments().get(0).equals(MEDIA)) {
      return media(path, rawPath);
    }
    List<String> canonical = CanonicalPath.of(path.segments());
    Optional<PageRoute> siteFile = siteFile(canonical);
    if (siteFile.isEmpty()) {
      Optional<Route> service = service(path, canonical, rawPath);
      if (service.isPresent()) {
        return service.get();
      }
    }
    return siteFile
        .or(() -> channelPage(canonical))
        .map(page -> atItsAddress(page, RequestPath.encode(canonical, false), rawPath))
        .or(() -> postWidget(canonical, rawPath))
        .or(() -> shortPost(canonical))
        .orElseGet(NotFoundRoute::new);
  }

  private Optional<Route> postWidget(List<String> path, String rawPath) {
    int last = path.size() - 1;
    if (last < 1 || !path.get(last).equals(PostWidgetRoute.NAME)) {
      return Optional.empty();
    }
    return channelPage(path.subList(0, last))
        .filter(page -> ChannelPages.isPost(page.place()))
        .map(
            post ->
                atItsAddress(new PostWidgetRoute(post), RequestPath.encode(path, false), rawPath));
  }

  private Optional<Route> shortPost(List<String> path) {
    boolean possible =
        onlyChannel.isEmpty() && path.size() == 2 && RoutePattern.isChannelSlug(path.get(0));
    return possible
        ? ChannelPages.matchShort(path.get(0), path.get(1)).map(Route.class::cast)
        : Optional.empty();
  }

  /** Media names are hashes: case-sensitive, without other spellings. */
  private static Route media(RequestPath path, String rawPath) {
    String key = String.join("/", path.segments());
    if (path.segments().size() < 2 || path.endsWithSlash() || !StorageKey.isValid(key)) {
      return new NotFoundRoute();
    }
    return atItsAddress(new PageRoute(key, Place.SITE), path.encoded(), rawPath);
  }

  private Optional<PageRoute> siteFile(List<String> path) {
    if (path.size() != 1) {
      return Optional.empty();
    }
    if (path.get(0).equals("robots.txt")) {
      return Optional.of(new PageRoute(PageKeys.siteRobots(), Place.SITE));
    }
    Matcher index = SITEMAP_INDEX.matcher(path.get(0));
    if (onlyChannel.isPresent() || !index.matches()) {
      return Optional.empty();
    }
    int number = index.group(1) == null ? 1 : Integer.parseInt(index.group(1));
    return Optional.of(new PageRoute(PageKeys.siteSitemapIndex(number), Place.SITE));
  }

  private Optional<Route> service(RequestPath path, List<String> canonical, String rawPath) {
    Optional<ServiceRoute> exact = rules.match(path, rawPath);
    if (exact.isPresent()) {
      boolean keepsItsSpelling = !isSite(exact.get().service()) || !path.hasEmptySegments();
      return Optional.of(keepsItsSpelling ? exact.get() : new RedirectRoute(path.encoded()));
    }
    boolean anyCase =
        !canonical.equals(path.segments())
            && rules.match(new RequestPath(canonical, false, false), rawPath).isPresent();
    return anyCase
        ? Optional.of(new RedirectRoute(RequestPath.encode(canonical, path.endsWithSlash())))
        : Optional.empty();
  }

  private static boolean isSite(Service service) {
    return service instanceof Service.StaticSite || service instanceof Service.SinglePageApp;
  }

  private Optional<PageRoute> channelPage(List<String> path) {
    if (onlyChannel.isPresent()) {
      return ChannelPages.match(onlyChannel.get(), path, "");
    }
    if (path.isEmpty() || !RoutePattern.isChannelSlug(path.get(0))) {
      return Optional.empty();
    }
    String channel = path.get(0);
    return ChannelPages.match(channel, path.subList(1, path.size()), "/" + channel);
  }

  private static Route atItsAddress(Route page, String address, String rawPath) {
    return address.equals(rawPath) ? page : new RedirectRoute(address);
  }
}
