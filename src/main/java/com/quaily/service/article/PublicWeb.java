package com.quaily.service.article;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.service.article.PublicAddresses.NotPublicException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.util.Timeout;

/**
 * Fetches public addresses that a user names. Every address, also that of a redirect, must be http
 * or https on the usual port and belong to a public server. Size and time are limited. Thread-safe.
 */
public final class PublicWeb implements Closeable {

  private static final int REDIRECTS = 5;
  private static final Timeout PATIENCE = Timeout.ofSeconds(10);
  private static final Duration WHOLE_REQUEST = Duration.ofSeconds(20);

  private final boolean privateAddresses;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "article-timeout");
            thread.setDaemon(true);
            return thread;
          });

  public PublicWeb(ArticleSettings settings) {
    privateAddresses = settings.privateAddresses();
    client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(
                        privateAddresses
                            ? SystemDefaultDnsResolver.INSTANCE
                            : new PublicAddresses())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setConnectTimeout(PATIENCE)
                            .setSocketTimeout(PATIENCE)
                            .build())
                    .build())
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(PATIENCE)
                    .setConnectionRequestTimeout(PATIENCE)
                    .build())
            .setUserAgent("Quaily")
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .build();
  }

  /**
   * Fetches an address and follows its redirects.
   *
   * @param maxBytes of the unpacked body
   * @throws InvalidException when an address is not allowed
   * @throws IOException when there is no successful response of that size in time
   */
  public Fetched get(URI address, int maxBytes) throws IOException {
    URI current = address;
    for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
      requireAllowed(current);
      Answer answer = exchange(current, maxBytes);
      if (answer.location().isEmpty()) {
        return new Fetched(current, answer.contentType(), answer.body());
      }
      current = resolve(current, answer.location().get());
    }
    throw new IOException("more than " + REDIRECTS + " redirects");
  }

  private static URI resolve(URI base, String location) throws IOException {
    try {
      return base.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      throw new IOException("the redirect has no valid address", e);
    }
  }

  private void requireAllowed(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    int usual = scheme.equals("http") ? 80 : 443;
    boolean port = address.getPort() == -1 || address.getPort() == usual || privateAddresses;
    if (!web || !port || address.getHost() == null || address.getRawUserInfo() != null) {
      throw refused();
    }
  }

  private static InvalidException refused() {
    return new InvalidException(
        ErrorCode.ARTICLE_REFUSED, "url", "must be the http or https address of a public page");
  }

  private Answer exchange(URI address, int maxBytes) throws IOException {
    HttpGet request = new HttpGet(address);
    Future<?> end =
        timer.schedule(request::cancel, WHOLE_REQUEST.toMillis(), TimeUnit.MILLISECONDS);
    try {
      return client.execute(request, response -> read(response, maxBytes));
    } catch (NotPublicException e) {
      throw refused();
    } finally {
      end.cancel(false);
    }
  }

  private static Answer read(ClassicHttpResponse response, int maxBytes) throws IOException {
    int status = response.getCode();
    Header location = response.getFirstHeader("Location");
    if (status >= 300 && status < 400 && location != null) {
      return new Answer(Optional.of(location.getValue()), null, new byte[0]);
    }
    if (status != 200 || response.getEntity() == null) {
      throw new IOException("the server answers with status " + status);
    }
    try (InputStream body = response.getEntity().getContent()) {
      byte[] bytes = body.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new IOException("the response is longer than " + maxBytes + " bytes");
      }
      ContentType type = ContentType.parseLenient(response.getEntity().getContentType());
      return new Answer(Optional.empty(), type, bytes);
    }
  }

  @Override
  public void close() throws IOException {
    timer.shutdownNow();
    client.close();
  }

  /** One response; with a location, it has nothing else. */
  private record Answer(Optional<String> location, ContentType contentType, byte[] body) {}

  /**
   * A fetched document.
   *
   * @param address after redirects
   * @param contentType null when the server named none
   */
  public record Fetched(URI address, ContentType contentType, byte[] body) {}
}
