package com.quaily.server;

import com.quaily.routing.PageResponse;
import com.quaily.routing.PageServer;
import com.quaily.routing.RequestFields;
import com.quaily.routing.Route;
import com.quaily.routing.RouteTable;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the servlet context and answers from memory what can be answered from memory, on
 * the very thread that read the request. Everything else goes to a thread of the pool and on to the
 * next handler, because nothing here may ever wait: a selector's thread serves all connections of
 * its selector.
 */
public final class FastLaneHandler extends Handler.Wrapper {

  private static final Logger LOG = LoggerFactory.getLogger(FastLaneHandler.class);

  private final RouteTable routes;
  private final PageServer pages;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * Puts the fast lane before a handler.
   *
   * @param next answers what is not in memory; may block
   */
  public FastLaneHandler(Handler next, RouteTable routes, PageServer pages) {
    super(next);
    this.routes = routes;
    this.pages = pages;
  }

  /** How many requests were answered from memory. */
  public long hits() {
    return hits.sum();
  }

  /** How many requests went on to the next handler. */
  public long misses() {
    return misses.sum();
  }

  /** Whatever the next handler does happens in the pool, so this one never blocks its caller. */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    boolean get = HttpMethod.GET.is(request.getMethod());
    if (get || HttpMethod.HEAD.is(request.getMethod())) {
      Route route = routes.match(Request.getServerName(request), request.getHttpURI().getPath());
      Optional<PageResponse> page = pages.serveFromMemory(route, fields(request, !get));
      if (page.isPresent()) {
        hits.increment();
        send(page.get(), request, response, callback);
        return true;
      }
    }
    misses.increment();
    dispatch(request, response, callback);
    return true;
  }

  private static void send(
      PageResponse page, Request request, Response response, Callback callback) {
    response.setStatus(page.status());
    page.prepared(WireHeaders::of).addTo(response, request);
    // Jetty itself leaves the body out after a HEAD, having learned its length.
    response.write(true, page.body(), callback);
  }

  private void dispatch(Request request, Response response, Callback callback) {
    try {
      request.getComponents().getExecutor().execute(() -> handleNext(request, response, callback));
    } catch (RejectedExecutionException full) {
      LOG.warn("No thread is free for {}", request.getHttpURI().getPath(), full);
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
  }

  /** Whatever is thrown must end the request, or its client would wait until the time-out. */
  private void handleNext(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Throwable failure) {
      Response.writeError(request, response, callback, failure);
    }
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
}
