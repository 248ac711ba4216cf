package com.quaily.server;

import com.quaily.routing.PageResponse;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/** A page's headers in the form in which Jetty writes them fastest; made once for each answer. */
final class WireHeaders {

  private final HttpFields fields;

  private WireHeaders(HttpFields fields) {
    this.fields = fields;
  }

  static WireHeaders of(PageResponse page) {
    HttpField[] fields =
        page.headers().stream()
            .map(header -> new PreEncodedHttpField(header.name(), header.value()))
            .toArray(HttpField[]::new);
    return new WireHeaders(HttpFields.from(fields));
  }

  void addTo(Response response, Request request) {
    response.getHeaders().add(fields);
  }
}
