package com.quaily.routing.proxy;

import com.quaily.routing.route.Service;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Proxies requests to other servers, streaming in both directions. Redirects are passed to the
 * reader.
 */
public final class UpstreamProxy {

  private static final Logger LOG = LoggerFactory.getLogger(UpstreamProxy.class);

  /** The outcome of proxying. Except for the first, nothing has been sent to the reader yet. */
  public enum Outcome {
    ANSWERED(200),
    BODY_TOO_LARGE(413),
    BROKEN(502),
    UNREACHABLE(503),
    TOO_SLOW(504);

    private final int status;

    Outcome(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }
  }

  /** One client per connect timeout; created at the first request, for a quick start. */
  private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();

  /**
   * Sends the request to the upstream service.
   *
   * @param path the raw path for the upstream
   * @throws IOException when the response was interrupted; the container then closes the
   *     connection, so that the reader notices
   */
  public Outcome pass(
      Service.Upstream upstream,
      String path,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    if (request.getContentLengthLong() > upstream.maximumBody()) {
      return Outcome.BODY_TOO_LARGE;
    }
    LimitedInput body = new LimitedInput(request.getInputStream(), upstream.maximumBody());
    HttpResponse<InputStream> answer;
    try {
      answer =
          client(upstream)
              .send(toUpstream(upstream, path, request, body), BodyHandlers.ofInputStream());
    } catch (ConnectException | HttpConnectTimeoutException absent) {
      LOG.warn("{} cannot be reached: {}", upstream.base(), String.valueOf(absent.getMessage()));
      return Outcome.UNREACHABLE;
    } catch (HttpTimeoutException slow) {
      LOG.warn("{} timed out", upstream.base(), slow);
      return Outcome.TOO_SLOW;
    } catch (IOException failure) {
      if (body.isExceeded()) {
        return Outcome.BODY_TOO_LARGE;
      }
      LOG.warn("{} broke off its answer", upstream.base(), failure);
      return Outcome.BROKEN;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw (IOException)
          new InterruptedIOException("Interrupted while waiting for the response")
              .initCause(stopping);
    }
    sendBack(answer, response);
    return Outcome.ANSWERED;
  }

  private HttpClient client(Service.Upstream upstream) {
    return clients.computeIfAbsent(
        upstream.connectTimeout(),
        timeout ->
            HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
  }

  private static HttpRequest toUpstream(
      Service.Upstream upstream, String path, HttpServletRequest request, InputStream body) {
    String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
    String base = upstream.base().toString();
    String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(trimmed + path + query))
            .timeout(upstream.answerTimeout())
            .method(request.getMethod(), publisher(request, body));
    ProxyHeaders.copyRequest(request, builder);
    return builder.build();
  }

  private static BodyPublisher publisher(HttpServletRequest request, InputStream body) {
    long length = request.getContentLengthLong();
    if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
      return BodyPublishers.noBody();
    }
    BodyPublisher stream = BodyPublishers.ofInputStream(() -> body);
    return length > 0 ? BodyPublishers.fromPublisher(stream, length) : stream;
  }

  private static void sendBack(HttpResponse<InputStream> answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.statusCode());
    ProxyHeaders.copyResponse(answer.headers(), response);
    try (InputStream body = answer.body()) {
      body.transferTo(response.getOutputStream());
    }
  }
}
