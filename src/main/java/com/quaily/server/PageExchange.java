package com.quaily.server;

import com.quaily.routing.PageResponse;
import com.quaily.routing.RequestFields;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Reads what decides about a page from Jetty's requests, and sends pages, without the servlets. */
final class PageExchange {

  private PageExchange() {}

  /** One pass over the fields instead of a search for each. */
  static RequestFields fields(Request request, boolean head) {
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

  static void send(PageResponse page, Request request, Response response, Callback callback) {
    response.setStatus(page.status());
    page.prepared(WireHeaders::of).addTo(response, request);
    // Jetty itself leaves the body out after a HEAD, having learned its length.
    response.write(true, page.body(), callback);
  }
}
