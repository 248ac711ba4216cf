package com.quaily.server;

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
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What lies in storage, for Jetty's own handlers: nothing of it needs the servlets. For use by many
 * threads.
 */
public final class StoredPages {

  /** A request to read something, understood. */
  private record Reading(Route route, RequestFields fields) {}

  private final RouteTable routes;
  private final PageServer pages;

  public StoredPages(RouteTable routes, PageServer pages) {
    this.routes = routes;
    this.pages = pages;
  }

  /**
   * Puts the fast lane before a handler.
   *
   * @param next answers what does not lie in storage; may block
   */
  public FastLaneHandler before(Handler next) {
    return new FastLaneHandler(next, this::serveFromMemory, this::serve);
  }

  /**
   * Answers what is in memory; never blocks.
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
   * Answers what is in storage or ought to be there; may block.
   *
   * @return whether the request was answered or is being answered
   */
  boolean serve(Request request, Response response, Callback callback) {
    Optional<Reading> reading = reading(request).filter(read -> handles(read.route()));
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
    // As it came, undecoded: so the filter sees it, too.
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
        default -> {
          // decides nothing
        }
      }
    }
    String query = request.getHttpURI().getQuery();
    return new RequestFields(
        head, query, acceptEncoding, ifNoneMatch, ifModifiedSince, range, ifRange);
  }

  /** Several fields of one name mean the same as one with a list. */
  private static String joined(String before, String value) {
    return before == null ? value : before + ", " + value;
  }

  private static void send(
      PageResponse page, Request request, Response response, Callback callback) {
    response.setStatus(page.status());
    for (HeaderGroup group : page.headerGroups()) {
      group.prepared(WireHeaders::of).addTo(response, request);
    }
    // Jetty itself leaves the body out after a HEAD, having learned its length.
    response.write(true, page.body(), callback);
  }
}
