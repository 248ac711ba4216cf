package com.quaily.server;

import com.quaily.server.ServerSettings.CleartextHttp2Mode;
import java.time.Duration;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;

/** Builds the connectors: HTTP/1.1 and HTTP/2, cleartext and over TLS. */
final class Connectors {

  /** The parsers' limits; {@link RequestRules} has lower ones and sends a proper response. */
  private static final int PARSED_BYTES = 4 * RequestRules.HEAD_BYTES;

  private static final int RESPONSE_HEADER_BYTES = 8 * 1024;
  static final int ACCEPT_QUEUE = 1024;
  private static final Duration CERTIFICATE_CHECK = Duration.ofMinutes(1);

  private Connectors() {}

  static ServerConnector plain(Server server, ServerSettings settings) {
    HttpConfiguration http = configuration(settings);
    HttpConnectionFactory http1 = new HttpConnectionFactory(http);
    CleartextHttp2Mode mode = settings.cleartextHttp2();
    return mode == CleartextHttp2Mode.OFF
        ? connector(server, settings, settings.port(), http1)
        : connector(server, settings, settings.port(), http1, new CleartextHttp2(http, mode));
  }

  static ServerConnector secure(Server server, ServerSettings settings, ServerSettings.Tls tls) {
    HttpConfiguration http = configuration(settings);
    http.addCustomizer(new SecureRequestCustomizer(false));
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory();
    alpn.setDefaultProtocol(HttpVersion.HTTP_1_1.asString());
    TlsCertificate certificate = new TlsCertificate(tls);
    ServerConnector connector =
        connector(
            server,
            settings,
            tls.port(),
            new SslConnectionFactory(certificate.contextFactory(), alpn.getProtocol()),
            alpn,
            new HTTP2ServerConnectionFactory(http),
            new HttpConnectionFactory(http));
    connector.addBean(new CertificateWatch(certificate, server, CERTIFICATE_CHECK));
    return connector;
  }

  private static HttpConfiguration configuration(ServerSettings settings) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(PARSED_BYTES);
    http.setUriCompliance(UriCompliance.UNSAFE);
    http.setResponseHeaderSize(RESPONSE_HEADER_BYTES);
    // A response written in parts is sent one buffer at a time, even if each part is large.
    http.setOutputAggregationSize(http.getOutputBufferSize());
    settings.tls().ifPresent(tls -> http.setSecurePort(tls.port()));
    if (!settings.trustedProxies().isEmpty()) {
      http.addCustomizer(new TrustedProxies(settings.trustedProxies()));
    }
    return http;
  }

  private static ServerConnector connector(
      Server server, ServerSettings settings, int port, ConnectionFactory... protocols) {
    int selectors = settings.threads().selectors();
    // No acceptor thread: a selector also accepts connections, which saves a thread switch.
    ServerConnector connector =
        new ServerConnector(
            server,
            null,
            null,
            null,
            0,
            selectors > 0 ? selectors : Runtime.getRuntime().availableProcessors(),
            protocols);
    connector.setHost(settings.host());
    connector.setPort(port);
    connector.setIdleTimeout(settings.limits().idle().toMillis());
    connector.setAcceptQueueSize(ACCEPT_QUEUE);
    return connector;
  }
}
