package com.quaily.server;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Rejects URLs that no page or endpoint can have, and oversized headers. Jetty's parsers would too,
 * but without knowing whether a program or a person asked, and over HTTP/2 by closing the
 * connection; so their limits are higher.
 */
final class RequestRules extends Handler.Wrapper {

  /** Maximum size of a request's URL, and of all its header fields together, in bytes. */
  static final int HEAD_BYTES = 8 * 1024;

  /** Separators between and after a field's name and value. */
  private static final int SEPARATORS = 4;

  RequestRules(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    int status = refusal(request);
    if (status == HttpStatus.OK_200) {
      return super.handle(request, response, callback);
    }
    Response.writeError(request, response, callback, status);
    return true;
  }

  private static int refusal(Request request) {
    HttpURI uri = request.getHttpURI();
    if (uri.getPathQuery() != null && uri.getPathQuery().length() > HEAD_BYTES) {
      return HttpStatus.URI_TOO_LONG_414;
    }
    int bytes = 0;
    for (HttpField field : request.getHeaders()) {
      String value = field.getValue();
      bytes += field.getName().length() + (value == null ? 0 : value.length()) + SEPARATORS;
    }
    if (bytes > HEAD_BYTES) {
      return HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431;
    }
    boolean allowed =
        !uri.hasViolations() || UriCompliance.DEFAULT.getAllowed().containsAll(uri.getViolations());
    return allowed ? HttpStatus.OK_200 : HttpStatus.BAD_REQUEST_400;
  }
}
