package com.quaily.routing;

import com.quaily.model.error.UnavailableException;
import com.quaily.model.page.PageKeys;
import com.quaily.routing.cache.BuiltInPages;
import com.quaily.routing.cache.Compressor;
import com.quaily.routing.cache.ConditionalRequest;
import com.quaily.routing.cache.HeaderSettings;
import com.quaily.routing.cache.PageCache;
import com.quaily.routing.cache.PageHeaders;
import com.quaily.routing.cache.PageResponse;
import com.quaily.routing.cache.PageVariant;
import com.quaily.routing.http.AcceptEncoding;
import com.quaily.routing.http.ContentEncoding;
import com.quaily.routing.http.RequestFields;
import com.quaily.routing.route.ChannelPages;
import com.quaily.routing.route.Route;
import com.quaily.routing.route.Route.BadRequestRoute;
import com.quaily.routing.route.Route.PageRoute;
import com.quaily.routing.route.Route.Place;
import com.quaily.routing.route.Route.PostWidgetRoute;
import com.quaily.routing.route.Route.RedirectRoute;
import com.quaily.routing.route.Route.ServiceRoute;
import com.quaily.routing.route.Route.ShortPostRoute;
import com.quaily.routing.route.Service;
import com.quaily.routing.route.StaticFiles;
import com.quaily.routing.route.StaticFiles.Candidate;
import java.util.List;
import java.util.Optional;

/**
 * Answers requests for stored pages and files. Decides status, headers and body for both callers,
 * the servlet filter and the fast lane. Thread-safe.
 */
public final class PageServer {

  private final PageCache cache;
  private final Redirects redirects;
  private final BuiltInPages builtIn;
  private final Compressor compressor;

  public PageServer(PageCache cache, HeaderSettings headers) {
    this.cache = cache;
    this.redirects = new Redirects(cache);
    this.builtIn = new BuiltInPages(new PageHeaders(headers));
    this.compressor = cache.compressor();
  }

  /** Whether {@link #serve} supports this route. */
  public static boolean handles(Route route) {
    return !(route instanceof ServiceRoute service)
        || service.service() instanceof Service.StaticSite
        || service.service() instanceof Service.SinglePageApp;
  }

  /**
   * The response if it can be given from memory; never blocks.
   *
   * @return empty when {@link #serve} must be called, by a thread that may block
   */
  public Optional<PageResponse> serveFromMemory(Route route, RequestFields fields) {
    if (route instanceof PageRoute page) {
      return cache
          .peek(page.key(), preferred(fields))
          .map(variant -> ConditionalRequest.answer(variant, fields));
    }
    if (route instanceof ServiceRoute service && handles(route)) {
      List<Candidate> candidates = StaticFiles.candidates(service);
      if (!candidates.isEmpty() && candidates.get(0).servicePath().equals(service.path())) {
        return cache
            .peek(candidates.get(0).key(), preferred(fields))
            .map(variant -> ConditionalRequest.answer(variant, fields));
      }
    }
    return Optional.empty();
  }

  /**
   * The response to a GET or HEAD. May block while storage is read.
   *
   * @throws IllegalArgumentException when {@link #handles} returns false
   */
  public PageResponse serve(Route route, RequestFields fields) {
    try {
      return answer(route, fields);
    } catch (UnavailableException storageDown) {
      // The storage reader has already logged it, once for all requests.
      return builtIn.unavailable();
    }
  }

  /** The response to a method other than GET and HEAD. */
  public PageResponse methodNotAllowed() {
    return builtIn.methodNotAllowed();
  }

  /** The response when an upstream service failed, with status 502, 503 or 504. */
  PageResponse upstreamFailed(int status) {
    return builtIn.upstreamFailed(status);
  }

  private PageResponse answer(Route route, RequestFields fields) {
    if (route instanceof PageRoute page) {
      return page(page, fields);
    }
    if (route instanceof ShortPostRoute post) {
      return post(post.post(), fields);
    }
    if (route instanceof PostWidgetRoute widget) {
      return widget(widget, fields);
    }
    if (route instanceof RedirectRoute redirect) {
      return movedTo(redirect.location(), fields);
    }
    if (route instanceof ServiceRoute service) {
      return file(service, fields);
    }
    return route instanceof BadRequestRoute
        ? builtIn.badRequest()
        : notFound(fields, List.of(PageKeys.siteNotFound()));
  }

  private PageResponse page(PageRoute route, RequestFields fields) {
    Optional<PageVariant> found = cache.get(route.key(), preferred(fields));
    if (found.isPresent()) {
      return ConditionalRequest.answer(found.get(), fields);
    }
    Optional<Place> moved =
        route.place().channel().isEmpty() ? Optional.empty() : redirects.resolve(route.place());
    if (moved.isPresent()) {
      return moved(route.place(), moved.get(), fields);
    }
    return notFound(fields, route);
  }

  private PageResponse post(PageRoute post, RequestFields fields) {
    Place place = post.place();
    Optional<Place> target = isStored(post, fields) ? Optional.of(place) : redirects.resolve(place);
    return target
        .map(found -> movedTo(Redirects.location(found), fields))
        .orElseGet(() -> notFound(fields, post));
  }

  private PageResponse widget(PostWidgetRoute route, RequestFields fields) {
    PageRoute post = route.post();
    if (isStored(post, fields)) {
      return cache
          .get(route.key(), preferred(fields))
          .map(variant -> ConditionalRequest.answer(variant, fields))
          .orElseGet(() -> notFound(fields, post));
    }
    return redirects
        .resolve(post.place())
        .flatMap(to -> movedWidget(post.place(), to, fields))
        .orElseGet(() -> notFound(fields, post));
  }

  private Optional<PageResponse> movedWidget(Place from, Place to, RequestFields fields) {
    String location = Redirects.location(to);
    return location.equals(Redirects.location(from))
        // On a custom domain the channel's slug is not part of the address.
        ? ChannelPages.match(to.channel(), List.of(to.path().split("/")), to.base())
            .map(post -> widget(new PostWidgetRoute(post), fields))
        : Optional.of(movedTo(location + "/" + PostWidgetRoute.NAME, fields));
  }

  private boolean isStored(PageRoute page, RequestFields fields) {
    return cache.get(page.key(), preferred(fields)).isPresent();
  }

  private PageResponse moved(Place from, Place to, RequestFields fields) {
    String location = Redirects.location(to);
    if (!location.equals(Redirects.location(from))) {
      return movedTo(location, fields);
    }
    // On a custom domain the channel's slug is not part of the address.
    List<String> path = to.path().isEmpty() ? List.of() : List.of(to.path().split("/"));
    return ChannelPages.match(to.channel(), path, to.base())
        .flatMap(page -> cache.get(page.key(), preferred(fields)))
        .map(variant -> ConditionalRequest.answer(variant, fields))
        .orElseGet(
            () ->
                notFound(
                    fields, List.of(PageKeys.notFound(to.channel()), PageKeys.siteNotFound())));
  }

  private PageResponse file(ServiceRoute route, RequestFields fields) {
    if (!handles(route)) {
      throw new IllegalArgumentException("Not a site in storage: " + route.name());
    }
    for (Candidate candidate : StaticFiles.candidates(route)) {
      Optional<PageVariant> found = cache.get(candidate.key(), preferred(fields));
      if (found.isPresent()) {
        return candidate.servicePath().equals(route.path())
            ? ConditionalRequest.answer(found.get(), fields)
            : movedTo(StaticFiles.location(route, candidate.servicePath()), fields);
      }
    }
    return notFound(fields, List.of(StaticFiles.notFoundKey(route), PageKeys.siteNotFound()));
  }

  private PageResponse movedTo(String location, RequestFields fields) {
    return builtIn.movedTo(fields.query() == null ? location : location + "?" + fields.query());
  }

  private PageResponse notFound(RequestFields fields, PageRoute route) {
    return notFound(fields, List.of(route.notFoundKey(), PageKeys.siteNotFound()));
  }

  private PageResponse notFound(RequestFields fields, List<String> keys) {
    for (String key : keys) {
      Optional<PageVariant> page = cache.get(key, preferred(fields));
      if (page.isPresent()) {
        return page.get().notFound();
      }
    }
    return builtIn.notFound();
  }

  private ContentEncoding preferred(RequestFields fields) {
    return AcceptEncoding.preferred(fields.acceptEncoding(), compressor.hasBrotli());
  }
}
