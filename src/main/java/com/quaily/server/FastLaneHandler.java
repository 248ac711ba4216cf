package com.quaily.server;

import com.quaily.routing.PageResponse;
import com.quaily.routing.PageServer;
import com.quaily.routing.RequestFields;
import com.quaily.routing.Route;
import com.quaily.routing.Route.PageRoute;
import com.quaily.routing.RouteTable;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands before the servlet context and answers from memory what can be answered from memory, on
 * the very thread that read the request. Everything else goes to a thread of the pool, because
 * nothing here may ever wait: a selector's thread serves all connections of its selector. There
 * what lies in storage is answered too, without the servlets, and the rest by the next handler.
 */
public final class FastLaneHandler extends Handler.Wrapper {

  /** What is left to do in a thread that may wait. */
  private interface Answering {
    void run() throws Exception;
  }

  private static final Logger LOG = LoggerFactory.getLogger(FastLaneHandler.class);

  private final RouteTable routes;
  private final PageServer pages;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /**
   * Puts the fast lane before a handler.
   *
   * @param next answers what does not lie in storage; may block
   */
  public FastLaneHandler(Handler next, RouteTable routes, PageServer pages) {
    super(next);
    this.routes = routes;
    this.pages = pages;
  }

  /** How many requests were answered from memory. */
  public long hits() {
    return hits.sum();
  }

  /** How many requests were not answered from memory. */
  public long misses() {
    return misses.sum();
  }

  /** Whatever the next handler does happens in the pool, so this one never blocks its caller. */
  @Override
  public InvocationType getInvocationType() {
    return InvocationType.NON_BLOCKING;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answering later = () -> handleNext(request, response, callback);
    boolean get = HttpMethod.GET.is(request.getMethod());
    if (get || HttpMethod.HEAD.is(request.getMethod())) {
      Route route = routes.match(Request.getServerName(request), request.getHttpURI().getPath());
      RequestFields fields = PageExchange.fields(request, !get);
      Optional<PageResponse> page = pages.serveFromMemory(route, fields);
      if (page.isPresent()) {
        hits.increment();
        PageExchange.send(page.get(), request, response, callback);
        return true;
      }
      if (route instanceof PageRoute) {
        later = () -> PageExchange.send(pages.serve(route, fields), request, response, callback);
      }
    }
    misses.increment();
    dispatch(request, response, callback, later);
    return true;
  }

  private static void dispatch(
      Request request, Response response, Callback callback, Answering answering) {
    try {
      request
          .getComponents()
          .getExecutor()
          .execute(() -> answer(request, response, callback, answering));
    } catch (RejectedExecutionException full) {
      LOG.warn("No thread is free for {}", request.getHttpURI().getPath(), full);
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
  }

  /** Whatever is thrown must end the request, or its client would wait until the time-out. */
  private static void answer(
      Request request, Response response, Callback callback, Answering answering) {
    try {
      answering.run();
    } catch (Throwable failure) {
      Response.writeError(request, response, callback, failure);
    }
  }

  private void handleNext(Request request, Response response, Callback callback) throws Exception {
    if (!super.handle(request, response, callback)) {
      Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
    }
  }
}
