package com.quaily.server;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpScheme;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Applies the headers of our own proxies, so that a request has the client's address and scheme.
 * Headers from others are ignored. Of the addresses in {@code X-Forwarded-For}, only the last ones
 * count, which our proxies have added; those before are the client's own claims.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {

  private final Set<String> trusted;

  TrustedProxies(Set<String> trusted) {
    this.trusted = Set.copyOf(trusted);
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    if (!trusted.contains(Request.getRemoteAddr(request))) {
      return request;
    }
    String scheme = request.getHeaders().get(HttpHeader.X_FORWARDED_PROTO);
    boolean secure = scheme == null ? request.isSecure() : HttpScheme.HTTPS.is(scheme.strip());
    return new Forwarded(request, client(request), secure);
  }

  /** The last address that is not one of our proxies; the proxy itself if there is none. */
  private SocketAddress client(Request request) {
    List<String> hops = request.getHeaders().getCSV(HttpHeader.X_FORWARDED_FOR, false);
    for (int index = hops.size() - 1; index >= 0; index--) {
      if (!trusted.contains(hops.get(index))) {
        return InetSocketAddress.createUnresolved(hops.get(index), 0);
      }
    }
    return request.getConnectionMetaData().getRemoteSocketAddress();
  }

  /** The request as the client sent it to the outermost proxy. */
  private static final class Forwarded extends Request.Wrapper {
    private final ConnectionMetaData connection;
    private final HttpURI uri;
    private final boolean secure;

    Forwarded(Request request, SocketAddress client, boolean secure) {
      super(request);
      this.secure = secure;
      HttpScheme scheme = secure ? HttpScheme.HTTPS : HttpScheme.HTTP;
      this.uri = HttpURI.build(request.getHttpURI()).scheme(scheme).asImmutable();
      this.connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return client;
            }

            @Override
            public boolean isSecure() {
              return secure;
            }
          };
    }

    @Override
    public ConnectionMetaData getConnectionMetaData() {
      return connection;
    }

    @Override
    public HttpURI getHttpURI() {
      return uri;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }
  }
}
