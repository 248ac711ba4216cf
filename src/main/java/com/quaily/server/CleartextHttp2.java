package com.quaily.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * Cleartext HTTP/2. A request with a body that asks for an upgrade stays on HTTP/1.1, as the
 * protocol allows. Jetty ensures this if the length is known, but would treat a chunked body as the
 * start of HTTP/2.
 */
final class CleartextHttp2 extends HTTP2CServerConnectionFactory {

  CleartextHttp2(HttpConfiguration configuration) {
    super(configuration);
  }

  @Override
  public Connection upgradeConnection(
      Connector connector,
      EndPoint endPoint,
      MetaData.Request request,
      HttpFields.Mutable response) {
    return request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)
        ? null
        : super.upgradeConnection(connector, endPoint, request, response);
  }
}
