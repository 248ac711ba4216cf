package com.quaily.server;

import com.quaily.model.RequestAttributes;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.LongAdder;
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
 * nothing here may ever wait: a selector's thread serves all connections of its selector.
 */
public final class FastLaneHandler extends Handler.Wrapper {

  private static final Logger LOG = LoggerFactory.getLogger(FastLaneHandler.class);

  /** The route of everything that is stored. */
  static final String PAGES = "pages";

  private static final String OTHER = "other";

  private final Request.Handler memory;
  private final RequestListener listener;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  FastLaneHandler(Handler next, Request.Handler memory, RequestListener listener) {
    super(next);
    this.memory = memory;
    this.listener = listener;
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
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (memory.handle(request, response, callback)) {
      hits.increment();
      tell(PAGES, request, response);
    } else {
      misses.increment();
      Request.addCompletionListener(request, failure -> tell(routeOf(request), request, response));
      dispatch(request, response, callback);
    }
    return true;
  }

  private void tell(String route, Request request, Response response) {
    listener.answered(
        request.getMethod(),
        route,
        response.getStatus(),
        System.nanoTime() - request.getHeadersNanoTime());
  }

  private static String routeOf(Request request) {
    return request.getAttribute(RequestAttributes.ROUTE) instanceof String route ? route : OTHER;
  }

  /** Shown where Jetty dumps its handlers. */
  @Override
  public String toString() {
    return "%s[hits=%d,misses=%d]".formatted(super.toString(), hits(), misses());
  }

  private void dispatch(Request request, Response response, Callback callback) {
    try {
      request.getComponents().getExecutor().execute(() -> handleMiss(request, response, callback));
    } catch (RejectedExecutionException full) {
      LOG.warn("No free thread for {}", request.getHttpURI().getPath(), full);
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
  }

  /** Whatever is thrown must end the request, or its client would wait until the time-out. */
  private void handleMiss(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
      }
    } catch (Throwable failure) {
      Response.writeError(request, response, callback, failure);
    }
  }
}
