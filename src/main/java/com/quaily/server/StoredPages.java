package com.quaily.server;

import com.quaily.model.RequestAttributes;
import com.quaily.routing.PageServer;
import com.quaily.routing.cache.PageResponse;
import com.quaily.routing.http.HeaderGroup;
import com.quaily.routing.http.RequestFields;
import com.quaily.routing.route.Route;
import com.quaily.routing.route.Route.BadRequestRoute;
import com.quaily.routing.route.RouteTable;
import java.util.Optional;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves stored pages through Jetty's own handlers, without servlets. Thread-safe. */
public final class StoredPages {

  /** A parsed GET or HEAD request. */
  private record Reading(Route route, RequestFields fields) {}

  private final RouteTable routes;
  private final PageServer pages;
  private final RequestListener listener;

  public StoredPages(RouteTable routes, PageServer pages) {
    this(routes, pages, (method, route, status, nanos) -> {});
  }

  /**
   * @param listener hears of every request that comes here, also of those that others answer
   */
  public StoredPages(RouteTable routes, PageServer pages, RequestListener listener) {
    this.routes = routes;
    this.pages = pages;
    this.listener = listener;
  }

  /**
   * Puts the fast lane before a handler.
   *
   * @param next answers requests for anything else; may block
   */
  public FastLaneHandler before(Handler next) {
    Handler reading =
        new Handler.Wrapper(next) {
          @Override
          public boolean handle(Request request, Response response, Callback callback)
              throws Exception {
            return serve(request, response, callback) || super.handle(request, response, callback);
          }
        };
    return new FastLaneHandler(
        new PageReads(reading, this::handles), this::serveFromMemory, listener);
  }

  /** Whether {@link #serve} answers this request. */
  boolean handles(Request request) {
    return reading(request).filter(read -> handles(read.route())).isPresent();
  }

  /**
   * Answers from memory; never blocks.
   *
   * @return whether the request was answered or is being answered
   */
  boolean serveFromMemory(Request request, Response response, Callback callback) {
    Optional<Reading> reading = reading(request);
    Optional<PageResponse> page =
        reading.flatMap(read -> pages.serveFromMemory(read.route(), read.fields()));
    page.ifPresent(found -> send(found, request, response, callback));
    return page.isPresent();
  }

  /**
   * Answers from storage, including 404; may block.
   *
   * @return whether the request was answered or is being answered
   */
  boolean serve(Request request, Response response, Callback callback) {
    Optional<Reading> reading = reading(request).filter(read -> handles(read.route()));
    reading.ifPresent(read -> request.setAttribute(RequestAttributes.ROUTE, FastLaneHandler.PAGES));
    reading.ifPresent(
        read -> send(pages.serve(read.route(), read.fields()), request, response, callback));
    return reading.isPresent();
  }

  private static boolean handles(Route route) {
    return PageServer.handles(route) && !(route instanceof BadRequestRoute);
  }

  private Optional<Reading> reading(Request request) {
    boolean get = HttpMethod.GET.is(request.getMethod());
    if (!get && !HttpMethod.HEAD.is(request.getMethod())) {
      return Optional.empty();
    }
    // The raw path, as the filter also sees it.
    String path = request.getContext().getPathInContext(request.getHttpURI().getPath());
    if (path == null) {
      return Optional.empty();
    }
    Route route = routes.match(Request.getServerName(request), path);
    return Optional.of(new Reading(route, fields(request, !get)));
  }

  /** One pass over the fields instead of a search for each. */
  private static RequestFields fields(Request request, boolean head) {
    String acceptEncoding = null;
    String ifNoneMatch = null;
    String ifModifiedSince = null;
    String range = null;
    String ifRange = null;
    String ifMatch = null;
    String ifUnmodifiedSince = null;
    for (HttpField field : request.getHeaders()) {
      HttpHeader header = field.getHeader();
      if (header == null) {
        continue;
      }
      switch (header) {
        case ACCEPT_ENCODING -> acceptEncoding = joined(acceptEncoding, field.getValue());
        case IF_NONE_MATCH -> ifNoneMatch = joined(ifNoneMatch, field.getValue());
        case IF_MODIFIED_SINCE -> ifModifiedSince = field.getValue();
        case RANGE -> range = field.getValue();
        case IF_RANGE -> ifRange = field.getValue();
        case IF_MATCH -> ifMatch = joined(ifMatch, field.getValue());
        case IF_UNMODIFIED_SINCE -> ifUnmodifiedSince = field.getValue();
        default -> {
          // not relevant
        }
      }
    }
    String query = request.getHttpURI().getQuery();
    return new RequestFields(
        head,
        query,
        acceptEncoding,
        ifNoneMatch,
        ifModifiedSince,
        range,
        ifRange,
        ifMatch,
        ifUnmodifiedSince);
  }

  /** Several fields with one name are equivalent to one field with a list. */
  private static String joined(String before, String value) {
    return before == null ? value : before + ", " + value;
  }

  private static void send(
      PageResponse page, Request request, Response response, Callback callback) {
    response.setStatus(page.status());
    for (HeaderGroup group : page.headerGroups()) {
      group.prepared(WireHeaders::of).addTo(response, request);
    }
    // Jetty adds “Content-Length: 0” to a last part without content, which is wrong for a 304. It
    // omits the body of a HEAD response itself, but uses its length.
    response.write(page.status() != HttpStatus.NOT_MODIFIED_304, page.body(), callback);
  }
}
