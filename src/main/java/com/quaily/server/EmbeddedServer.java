package com.quaily.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.component.Graceful;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The embedded Jetty server, configured in code, with the same web application as in the WAR for
 * other servlet containers.
 *
 * <p>The handlers of a request:
 *
 * <pre>
 * GracefulHandler     counts running requests, so that a shutdown can wait for them
 *   UnreadBodies      reads the rest of a body after the response
 *   RequestRules      rejects invalid URLs and oversized headers
 *   HttpsRedirect     only with TLS: sends plain HTTP to HTTPS
 *   beforeServlets    the caller's handler for requests that need no servlet
 *     StatisticsHandler, SizeLimitHandler
 *       ServletContext  filters and servlets of WEB-INF/web.xml
 * </pre>
 *
 * Thread-safe; it can be started once.
 */
public final class EmbeddedServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  /** Connections without a request get this long to end, once the requests have ended. */
  private static final Duration LAST_CONNECTIONS = Duration.ofMillis(1500);

  private final Server server;
  private final Duration shutdown;
  private final GracefulHandler requests;
  private final StatisticsHandler statistics;
  private final ServerConnector plain;
  private final List<ServerConnector> secure;
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Builds the server without starting it.
   *
   * @param webApplication the directory with the files of the web application
   * @param attributes servlet context attributes for filters and servlets
   * @param beforeServlets wraps the given handler; {@link UnaryOperator#identity()} for none
   */
  public EmbeddedServer(
      ServerSettings settings,
      Path webApplication,
      Map<String, Object> attributes,
      UnaryOperator<Handler> beforeServlets) {
    this(settings, WebApplicationContext.create(webApplication, attributes), beforeServlets);
  }

  EmbeddedServer(ServerSettings settings, Handler servlets, UnaryOperator<Handler> beforeServlets) {
    server = new Server(ServerThreads.create(settings.threads()));
    server.setErrorHandler(new PlainErrorHandler());
    server.setStopTimeout(LAST_CONNECTIONS.toMillis());
    shutdown = settings.limits().shutdown();
    SizeLimitHandler bodies = new SizeLimitHandler(settings.limits().requestBodyBytes(), -1);
    bodies.setHandler(servlets);
    statistics = new StatisticsHandler();
    statistics.setHandler(bodies);
    WorkLimits limits = WorkLimits.of(settings.threads().maximum());
    Handler work = new ArrivingBodies(limits.limitServlets(statistics), limits.largeBodies());
    Handler content = beforeServlets.apply(work);
    Handler rules =
        new RequestRules(
            settings.tls().isPresent()
                ? new HttpsRedirect(content, () -> tlsPort().orElseThrow())
                : content);
    requests = new GracefulHandler(new UnreadBodies(new HealthHandler(rules)));
    server.setHandler(requests);
    RequestLogs.create(settings.requestLog()).ifPresent(server::setRequestLog);
    plain = Connectors.plain(server, settings);
    server.addConnector(plain);
    secure = settings.tls().map(tls -> Connectors.secure(server, settings, tls)).stream().toList();
    secure.forEach(server::addConnector);
  }

  /** Uses ports that were taken before; call it before {@link #start}. */
  public void use(BoundPorts ports) {
    try {
      plain.open(ports.plain());
      for (ServerConnector connector : secure) {
        connector.open(ports.secure().orElseThrow());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The web server cannot listen: " + e.getMessage(), e);
    }
  }

  /**
   * Starts the web application, then opens the ports, so that every connection is served.
   *
   * @throws UncheckedIOException when a port is in use
   * @throws IllegalStateException when the web application does not start
   */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      stopQuietly();
      throw new UncheckedIOException("The web server cannot listen: " + e.getMessage(), e);
    } catch (Exception e) {
      stopQuietly();
      throw new IllegalStateException("The web server did not start: " + e.getMessage(), e);
    }
  }

  private void stopQuietly() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("Stopping a server that did not start", e);
    }
  }

  /** The port of plain HTTP; the actual one if the settings say 0. */
  public int port() {
    return plain.getLocalPort();
  }

  /** The port of HTTPS; empty when there is no certificate. */
  public OptionalInt tlsPort() {
    return secure.stream().mapToInt(ServerConnector::getLocalPort).findFirst();
  }

  /** Statistics of the servlets, without requests that the handler before them answered. */
  public StatisticsHandler statistics() {
    return statistics;
  }

  /** Waits until the server has stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  /**
   * Stops the server: accepts no new connections, lets running requests finish within the
   * configured time, then destroys filters and servlets. A client that only keeps its connection
   * open does not delay this. Closing twice has no effect.
   */
  @Override
  public void close() {
    if (closed.getAndSet(true)) {
      return;
    }
    if (server.isStarted()) {
      awaitRequests();
    }
    try {
      server.stop();
    } catch (TimeoutException e) {
      LOG.debug("connections of clients that did not end them are cut off", e);
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not stop cleanly", e);
    }
  }

  /** Jetty would wait as long for connections, which a client can keep open without a request. */
  private void awaitRequests() {
    Graceful.shutdown(server);
    try {
      requests.shutdown().get(shutdown.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn(
          "{} requests did not end within {} s and are cut off",
          requests.getCurrentRequestCount(),
          shutdown.toSeconds());
    } catch (ExecutionException e) {
      LOG.warn("requests may be cut off", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
