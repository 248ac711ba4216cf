package com.quaily.server;

import java.util.Set;
import java.util.function.IntSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.HostPort;

/**
 * Sends requests over plain HTTP to HTTPS, also those with a body (308 keeps it). What monitors and
 * certificate authorities ask over HTTP is answered there.
 */
final class HttpsRedirect extends Handler.Wrapper {

  private static final Set<String> PLAIN = Set.of("/healthz", "/readyz", "/metrics");
  private static final String CHALLENGES = "/.well-known/acme-challenge/";
  private static final int STANDARD_PORT = 443;

  private final IntSupplier port;

  /**
   * @param port of HTTPS, known once the server has started
   */
  HttpsRedirect(Handler next, IntSupplier port) {
    super(next);
    this.port = port;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (request.isSecure() || PLAIN.contains(path) || path.startsWith(CHALLENGES)) {
      return super.handle(request, response, callback);
    }
    response.setStatus(HttpStatus.PERMANENT_REDIRECT_308);
    response.getHeaders().put(HttpHeader.LOCATION, secure(request));
    response.write(true, null, callback);
    return true;
  }

  private String secure(Request request) {
    int number = port.getAsInt();
    return "https://"
        + HostPort.normalizeHost(Request.getServerName(request))
        + (number == STANDARD_PORT ? "" : ":" + number)
        + request.getHttpURI().getPathQuery();
  }
}
