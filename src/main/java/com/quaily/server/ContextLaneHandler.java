package com.quaily.server;

import com.quaily.routing.PageServer;
import com.quaily.routing.RoutingFilter;
import com.quaily.routing.route.RouteTable;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before the filters inside the servlet context of somebody else's Jetty, which makes it
 * because {@code WEB-INF/jetty-ee11-web.xml} says so, and answers what lies in storage with less
 * work than a filter can. What it needs it finds in the servlet context, like {@link
 * RoutingFilter}. It is called in a thread that may wait; should that Jetty have a {@link
 * FastLaneHandler}, it tells it what is in memory.
 */
public final class ContextLaneHandler extends Handler.Wrapper {

  private final Request.Handler memory = this::serveFromMemory;
  private Context context;

  /** They come with the start of the application and stay. */
  private volatile StoredPages pages;

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    ContextHandler application = ContextHandler.getCurrentContextHandler();
    context = application.getContext();
    // Before the contexts nobody knows which of them a request is for.
    if (context.getContextPath().equals("/") && application.getVirtualHosts().isEmpty()) {
      getServer().setAttribute(FastLaneHandler.MEMORY, memory);
    }
  }

  @Override
  protected void doStop() throws Exception {
    // The next one may have started before this one stops.
    if (getServer().getAttribute(FastLaneHandler.MEMORY) == memory) {
      getServer().removeAttribute(FastLaneHandler.MEMORY);
    }
    super.doStop();
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    StoredPages known = pages();
    return known != null && known.serve(request, response, callback)
        || super.handle(request, response, callback);
  }

  private boolean serveFromMemory(Request request, Response response, Callback callback) {
    StoredPages known = pages();
    return known != null && known.serveFromMemory(request, response, callback);
  }

  /** Null before the application has started. */
  private StoredPages pages() {
    if (pages == null
        && context.getAttribute(RoutingFilter.ROUTE_TABLE) instanceof RouteTable routes
        && context.getAttribute(RoutingFilter.PAGE_SERVER) instanceof PageServer server) {
      pages = new StoredPages(routes, server);
    }
    return pages;
  }
}
