package com.quaily.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The web server of the executable program: Jetty, set up in code, with the same web application
 * that the WAR holds for any other servlet container.
 *
 * <p>A request goes through
 *
 * <pre>
 * GracefulHandler     counts requests under way, so that a stop can wait for them
 *   UnreadBodies      reads what is left of a body after its answer
 *   RequestRules      refuses addresses and heads that nothing could answer
 *   beforeServlets    the caller's own handler: answers what needs no servlet
 *     StatisticsHandler, SizeLimitHandler
 *       ServletContext  filters and servlets of WEB-INF/web.xml
 * </pre>
 *
 * Safe for use by many threads; it can be started once.
 */
public final class EmbeddedServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);

  private final Server server;
  private final StatisticsHandler statistics;
  private final ServerConnector plain;
  private final List<ServerConnector> secure;

  /**
   * Builds the server without starting it.
   *
   * @param webApplication the directory with the files of the web application
   * @param attributes what filters and servlets find in the servlet context
   * @param beforeServlets puts a handler before the given one; {@link UnaryOperator#identity()} for
   *     none
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
    server.setStopTimeout(settings.limits().shutdown().toMillis());
    SizeLimitHandler bodies = new SizeLimitHandler(settings.limits().requestBodyBytes(), -1);
    bodies.setHandler(servlets);
    statistics = new StatisticsHandler();
    statistics.setHandler(bodies);
    Handler rules = new RequestRules(beforeServlets.apply(statistics));
    server.setHandler(new GracefulHandler(new UnreadBodies(rules)));
    RequestLogs.create(settings.requestLog()).ifPresent(server::setRequestLog);
    plain = Connectors.plain(server, settings);
    server.addConnector(plain);
    secure = settings.tls().map(tls -> Connectors.secure(server, settings, tls)).stream().toList();
    secure.forEach(server::addConnector);
  }

  /**
   * Starts the web application, then listens: whoever gets a connection gets an answer.
   *
   * @throws UncheckedIOException when a port is taken
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

  /** The port of plain HTTP, the real one when the settings said 0. */
  public int port() {
    return plain.getLocalPort();
  }

  /** The port of HTTPS; empty when there is no certificate. */
  public OptionalInt tlsPort() {
    return secure.stream().mapToInt(ServerConnector::getLocalPort).findFirst();
  }

  /** What the servlets are doing; page hits of the handler before them are not counted. */
  public StatisticsHandler statistics() {
    return statistics;
  }

  /** Waits until the server has stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  /**
   * Stops: takes no new connections, lets requests under way end within the time that the settings
   * allow, then destroys filters and servlets. Closing twice does nothing.
   */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The web server did not stop cleanly", e);
    }
  }
}
