package com.quaily.server;

import com.quaily.server.ServerSettings.CleartextHttp2Mode;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * Cleartext HTTP/2. Requests to upgrade are answered in HTTP/1.1 unless they are allowed, as the
 * protocol permits, and some are even then: those with a body, because Jetty would treat a chunked
 * body as the start of HTTP/2, and those that came through a proxy, because its client could speak
 * past it afterwards.
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

  private final CleartextHttp2Mode mode;

  /**
   * @param mode not off
   */
  CleartextHttp2(HttpConfiguration configuration, CleartextHttp2Mode mode) {
    super(configuration);
    this.mode = mode;
  }

  @Override
  public Connection upgradeConnection(
      Connector connector,
      EndPoint endPoint,
      MetaData.Request request,
      HttpFields.Mutable response) {
    if (request.getHttpVersion() == HttpVersion.HTTP_2) {
      return super.upgradeConnection(connector, endPoint, request, response);
    }
    return mode != CleartextHttp2Mode.UPGRADE
            || request.getHttpFields().contains(HttpHeader.TRANSFER_ENCODING)
            || PROXIED.stream().anyMatch(request.getHttpFields()::contains)
        ? null
        : super.upgradeConnection(connector, endPoint, request, response);
  }
}
