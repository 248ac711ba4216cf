package com.quaily.server;

import com.quaily.routing.PageServer;
import com.quaily.routing.RequestFields;
import com.quaily.routing.Route;
import com.quaily.routing.Route.BadRequestRoute;
import com.quaily.routing.RouteTable;
import com.quaily.routing.RoutingFilter;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Context;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Stands before the filters inside the servlet context of somebody else's Jetty, which makes it
 * because {@code WEB-INF/jetty-ee11-web.xml} says so, and answers what lies in storage with less
 * work than a filter can. What it needs it finds in the servlet context, like {@link
 * RoutingFilter}. It is called in a thread that may wait.
 */
public final class ContextLaneHandler extends Handler.Wrapper {

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Context context = request.getContext();
    boolean get = HttpMethod.GET.is(request.getMethod());
    boolean reads = get || HttpMethod.HEAD.is(request.getMethod());
    // As it came, undecoded: so the filter sees it, too.
    String path = reads ? context.getPathInContext(request.getHttpURI().getPath()) : null;
    if (path != null
        && context.getAttribute(RoutingFilter.ROUTE_TABLE) instanceof RouteTable routes
        && context.getAttribute(RoutingFilter.PAGE_SERVER) instanceof PageServer pages) {
      Route route = routes.match(Request.getServerName(request), path);
      if (PageServer.handles(route) && !(route instanceof BadRequestRoute)) {
        RequestFields fields = PageExchange.fields(request, !get);
        PageExchange.send(pages.serve(route, fields), request, response, callback);
        return true;
      }
    }
    return super.handle(request, response, callback);
  }
}
