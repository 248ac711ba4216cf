package com.quaily.service.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends single requests to other servers. Total time and size of the response are limited;
 * redirects are not followed, cookies not kept, and nothing is repeated. Each request has its own
 * connection, because a kept one can end while a request is on its way, and then nobody knows
 * whether it arrived. Thread-safe.
 */
public final class WebClient implements Closeable {

  private static final int CONNECTIONS = 64;

  private final CloseableHttpClient client;
  private final Duration timeout;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "web-timeout");
            thread.setDaemon(true);
            return thread;
          });

  /** Which servers a client may reach. */
  public enum Reach {
    /** Servers on the public internet, for addresses that users enter. */
    PUBLIC,
    /** All servers, for addresses that the operator configured. */
    ANY
  }

  /**
   * @param timeout for a whole request
   */
  public WebClient(Reach reach, Duration timeout) {
    this.timeout = timeout;
    Timeout patience = Timeout.ofMilliseconds(timeout.toMillis());
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(
                        reach == Reach.ANY
                            ? SystemDefaultDnsResolver.INSTANCE
                            : new PublicAddresses())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(patience)
                            .setSocketTimeout(patience)
                            .build())
                    .setMaxConnTotal(CONNECTIONS)
                    .setMaxConnPerRoute(CONNECTIONS)
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(patience)
                    .setConnectionRequestTimeout(patience)
                    .build())
            .setConnectionReuseStrategy((request, response, context) -> false)
            .setUserAgent("Quaily")
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .build();
  }

  /**
   * Sends a request.
   *
   * @param maxBytes of the unpacked response; a longer one is an error
   * @throws NotPublicException when the server is not one that the client may reach
   * @throws NotSentException when a request with a body was not written, so nothing happened
   * @throws IOException when there is no whole response in time; the server may have acted
   */
  public WebResponse send(WebRequest request, int maxBytes) throws IOException {
    HttpUriRequestBase wire = new HttpUriRequestBase(request.method(), request.target());
    request.headers().forEach(wire::setHeader);
    WatchedEntity body = request.body().map(WebClient::entity).orElse(null);
    wire.setEntity(body);
    Future<?> end = timer.schedule(wire::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(wire, response -> read(response, maxBytes));
    } catch (NotPublicException e) {
      throw e;
    } catch (IOException e) {
      throw body != null && !body.isBegun() ? new NotSentException(e) : e;
    } finally {
      end.cancel(false);
    }
  }

  private static WatchedEntity entity(WebRequest.Body body) {
    return new WatchedEntity(
        new ByteArrayEntity(body.content(), ContentType.parse(body.contentType())));
  }

  private static WebResponse read(ClassicHttpResponse response, int maxBytes) throws IOException {
    Map<String, String> headers = new HashMap<>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    if (response.getEntity() == null) {
      return new WebResponse(response.getCode(), headers, new byte[0]);
    }
    try (InputStream body = response.getEntity().getContent()) {
      byte[] bytes = body.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new IOException("the response is longer than " + maxBytes + " bytes");
      }
      return new WebResponse(response.getCode(), headers, bytes);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
