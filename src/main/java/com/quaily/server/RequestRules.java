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
 * Refuses addresses that no page and no endpoint can have, and heads that are too large. Jetty's
 * parsers would do so too, but before they know whether a program or a person asked, and over
 * HTTP/2 by ending the connection; so they let through more than this does.
 */
final class RequestRules extends Handler.Wrapper {

  /** Bytes of a request's address, and of its header fields together. */
  static final int HEAD_BYTES = 8 * 1024;

  /** Between a field's name and value, and behind them. */
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
