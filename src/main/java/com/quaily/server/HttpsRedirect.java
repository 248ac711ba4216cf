package com.quaily.server;

import java.util.Set;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.SecuredRedirectHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Sends requests over plain HTTP to HTTPS, also those with a body (308 keeps it). What monitors and
 * certificate authorities ask over HTTP is answered there.
 */
final class HttpsRedirect extends SecuredRedirectHandler {

  private static final Set<String> PLAIN = Set.of("/healthz", "/readyz", "/metrics");
  private static final String CHALLENGES = "/.well-known/acme-challenge/";

  HttpsRedirect(Handler next) {
    super(next, HttpStatus.PERMANENT_REDIRECT_308);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    return PLAIN.contains(path) || path.startsWith(CHALLENGES)
        ? getHandler().handle(request, response, callback)
        : super.handle(request, response, callback);
  }
}
