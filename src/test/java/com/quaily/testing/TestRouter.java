package com.quaily.testing;

import com.quaily.routing.ChannelDomains;
import com.quaily.routing.PageChanges;
import com.quaily.routing.PageServer;
import com.quaily.routing.RoutingFilter;
import com.quaily.routing.cache.CacheSettings;
import com.quaily.routing.cache.HeaderSettings;
import com.quaily.routing.cache.PageCache;
import com.quaily.routing.route.RouteTable;
import com.quaily.routing.route.RoutingSettings;
import com.quaily.server.StoredPages;
import com.quaily.storage.ObjectStorage;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Servlet;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A real router on a loopback port, with or without a fast lane before the filter. */
public final class TestRouter implements AutoCloseable {

  /** What answers pages before the filter does. */
  public enum Lane {
    /** Nothing. */
    NONE,
    /** A handler before the servlet context. */
    BEFORE_CONTEXT
  }

  private final Server server;
  private final ServerConnector connector;
  private final PageChanges changes;

  private TestRouter(Server server, ServerConnector connector, PageChanges changes) {
    this.server = server;
    this.connector = connector;
    this.changes = changes;
  }

  /**
   * Starts one.
   *
   * @param api replaces this program's servlets, at {@code /api/*}
   * @param selectors how many selectors the connector has
   */
  public static TestRouter start(
      Lane lane,
      ObjectStorage storage,
      RoutingSettings settings,
      Servlet api,
      int port,
      int selectors)
      throws Exception {
    HeaderSettings headers = HeaderSettings.defaults();
    PageCache cache =
        new PageCache(storage, headers, CacheSettings.defaults(), task -> new Thread(task).start());
    RouteTable routes = new RouteTable(settings);
    PageServer pages = new PageServer(cache, headers);
    ChannelDomains domains = new ChannelDomains(cache, routes);
    domains.refresh();
    ServletContextHandler servlets = servlets(routes, pages, api);
    Server server = new Server(new QueuedThreadPool(16));
    ServerConnector connector = connector(server, port, selectors);
    server.addConnector(connector);
    server.setHandler(
        lane == Lane.BEFORE_CONTEXT ? new StoredPages(routes, pages).before(servlets) : servlets);
    server.start();
    return new TestRouter(server, connector, new PageChanges(cache, domains));
  }

  private static ServletContextHandler servlets(RouteTable routes, PageServer pages, Servlet api) {
    ServletContextHandler servlets = new ServletContextHandler("/");
    servlets.setAttribute(RoutingFilter.ROUTE_TABLE, routes);
    servlets.setAttribute(RoutingFilter.PAGE_SERVER, pages);
    servlets.addFilter(
        new FilterHolder(RoutingFilter.class), "/*", EnumSet.of(DispatcherType.REQUEST));
    servlets.addServlet(new ServletHolder(api), "/api/*");
    return servlets;
  }

  private static ServerConnector connector(Server server, int port, int selectors) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setUriCompliance(
        UriCompliance.DEFAULT.with("router", UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    ServerConnector connector =
        new ServerConnector(
            server,
            0,
            selectors,
            new HttpConnectionFactory(http),
            new HTTP2CServerConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    return connector;
  }

  public int port() {
    return connector.getLocalPort();
  }

  public Server server() {
    return server;
  }

  public PageChanges changes() {
    return changes;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }
}
