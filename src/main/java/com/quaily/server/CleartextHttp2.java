package com.quaily.server;

import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * Cleartext HTTP/2. Some requests to upgrade are answered in HTTP/1.1, as the protocol allows:
 * those with a body, because Jetty would treat a chunked body as the start of HTTP/2, and those
 * that came through a proxy, because its client could speak past it afterwards.
 */
final class CleartextHttp2 extends HTTP2CServerConnectionFactory {

  private static final List<String> PROXIED =
      List.of(
          "Via",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP");

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
            || PROXIED.stream().anyMatch(request.getHttpFields()::contains)
        ? null
        : super.upgradeConnection(connector, endPoint, request, response);
  }
}
