package com.quaily.routing;

import com.quaily.model.error.ErrorCode;
import com.quaily.routing.cache.PageResponse;
import com.quaily.routing.http.RequestFields;
import com.quaily.routing.proxy.UpstreamProxy;
import com.quaily.routing.route.Route;
import com.quaily.routing.route.Route.BadRequestRoute;
import com.quaily.routing.route.Route.ServiceRoute;
import com.quaily.routing.route.RouteTable;
import com.quaily.routing.route.Service;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * The entry point in the servlet container: finds the route of every request, serves pages and
 * sites from storage, passes requests to this program's servlets, and proxies upstream services.
 *
 * <p>The container creates this object, so it takes its collaborators from the servlet context at
 * the first request, under {@link #ROUTE_TABLE} and {@link #PAGE_SERVER}.
 */
public final class RoutingFilter implements Filter {

  /** Servlet context attribute with the {@link RouteTable}. */
  public static final String ROUTE_TABLE = "com.quaily.routing.route.RouteTable";

  /** Servlet context attribute with the {@link PageServer}. */
  public static final String PAGE_SERVER = "com.quaily.routing.PageServer";

  private static final Set<String> READING = Set.of("GET", "HEAD");
  private static final String API = "/api";

  /** This process answers for itself, whatever answers the API. */
  private static final Set<String> HEALTH = Set.of("/healthz", "/readyz");

  private final UpstreamProxy proxy = new UpstreamProxy();
  private ServletContext context;

  @Override
  public void init(FilterConfig config) {
    context = config.getServletContext();
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    route((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  private void route(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (HEALTH.contains(path)) {
      chain.doFilter(request, response);
      return;
    }
    Route route = collaborator(ROUTE_TABLE, RouteTable.class).match(request.getServerName(), path);
    if (route instanceof ServiceRoute service && !PageServer.handles(route)) {
      serve(service, path, request, response, chain);
    } else if (route instanceof BadRequestRoute && path.startsWith(API + "/")) {
      ServletAnswers.sendError(response, 400, ErrorCode.BAD_REQUEST);
    } else {
      ServletAnswers.send(page(route, request), request, response);
    }
  }

  private PageResponse page(Route route, HttpServletRequest request) {
    PageServer pages = collaborator(PAGE_SERVER, PageServer.class);
    return READING.contains(request.getMethod())
        ? pages.serve(
            route,
            RequestFields.read(request.getMethod(), request.getQueryString(), request::getHeader))
        : pages.methodNotAllowed();
  }

  private void serve(
      ServiceRoute route,
      String path,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (route.service() instanceof Service.Upstream upstream) {
      UpstreamProxy.Outcome outcome = proxy.pass(upstream, route.path(), request, response);
      if (outcome != UpstreamProxy.Outcome.ANSWERED) {
        sendFailure(outcome, route, request, response);
      }
    } else if (route.path().equals(path)) {
      chain.doFilter(request, response);
    } else {
      request.getRequestDispatcher(route.path()).forward(request, response);
    }
  }

  private void sendFailure(
      UpstreamProxy.Outcome outcome,
      ServiceRoute route,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    boolean tooLarge = outcome == UpstreamProxy.Outcome.BODY_TOO_LARGE;
    if (tooLarge || route.path().equals(API) || route.path().startsWith(API + "/")) {
      ErrorCode code = tooLarge ? ErrorCode.BODY_TOO_LARGE : ErrorCode.UPSTREAM_UNAVAILABLE;
      ServletAnswers.sendError(response, outcome.status(), code);
    } else {
      PageServer pages = collaborator(PAGE_SERVER, PageServer.class);
      ServletAnswers.send(pages.upstreamFailed(outcome.status()), request, response);
    }
  }

  private <T> T collaborator(String attribute, Class<T> type) {
    Object found = context.getAttribute(attribute);
    if (found == null) {
      throw new IllegalStateException("The servlet context has no attribute " + attribute);
    }
    return type.cast(found);
  }
}
