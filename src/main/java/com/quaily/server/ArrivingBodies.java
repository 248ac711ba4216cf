package com.quaily.server;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Receives the beginning of a body before a thread works on the request, so that a client which
 * sends slowly holds no thread. A body of up to {@link #COLLECTED} bytes is complete when the
 * servlets see it. Of a larger one the rest is read by them; only some of those run at a time. A
 * client that sends too slowly gets 408, one with too many bodies under way 429.
 */
final class ArrivingBodies extends Handler.Wrapper {

  /** Bytes of a body that are received without holding a thread. */
  static final int COLLECTED = 64 * 1024;

  /** Bodies under way from one address, an IPv6 /64 counting as one. */
  static final int FROM_ONE_ADDRESS = 64;

  /** Bodies under way from all addresses, which bounds the memory for them to 128 MiB. */
  static final int FROM_ALL = 2048;

  private final ConcurrentHashMap<String, Integer> perAddress = new ConcurrentHashMap<>();
  private final Semaphore underWay = new Semaphore(FROM_ALL);
  private final Semaphore large;
  private final LongSupplier nanoTime;

  /**
   * @param largeAtOnce large bodies that the servlets read at a time
   */
  ArrivingBodies(Handler next, int largeAtOnce) {
    this(next, largeAtOnce, System::nanoTime);
  }

  ArrivingBodies(Handler next, int largeAtOnce, LongSupplier nanoTime) {
    super(next);
    this.large = new Semaphore(largeAtOnce);
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!UnreadBodies.hasBody(request)) {
      return super.handle(request, response, callback);
    }
    if (request.getHeaders().contains(HttpHeader.EXPECT)) {
      // Reading would ask for the body before anything can refuse it.
      pass(new PacedRequest(request, nanoTime), response, callback, true);
    } else {
      new BodyArrival(this, new PacedRequest(request, nanoTime), response, callback).run();
    }
    return true;
  }

  /** Counts a body that has to be waited for; the status to refuse it with, or 200. */
  int enter(String network) {
    if (!underWay.tryAcquire()) {
      return HttpStatus.SERVICE_UNAVAILABLE_503;
    }
    int fromNetwork = perAddress.merge(network, 1, Integer::sum);
    if (fromNetwork > FROM_ONE_ADDRESS) {
      leave(network);
      return HttpStatus.TOO_MANY_REQUESTS_429;
    }
    return HttpStatus.OK_200;
  }

  void leave(String network) {
    perAddress.computeIfPresent(network, (key, count) -> count == 1 ? null : count - 1);
    underWay.release();
  }

  /** How many bodies are waited for without a thread. */
  int underWay() {
    return FROM_ALL - underWay.availablePermits();
  }

  /**
   * Passes the request on to the servlets. Whatever is thrown must end the request, or its client
   * would wait until the time-out.
   *
   * @param isLarge whether the servlets may have to wait for more of the body
   */
  void pass(Request request, Response response, Callback callback, boolean isLarge) {
    if (isLarge && !large.tryAcquire()) {
      refuse(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
      return;
    }
    Callback ending = isLarge ? Callback.from(callback, (Runnable) large::release) : callback;
    try {
      if (!super.handle(request, response, ending)) {
        Response.writeError(request, response, ending, HttpStatus.NOT_FOUND_404);
      }
    } catch (InvalidException fault) {
      refuse(request, response, ending, status(fault));
    } catch (Throwable failure) {
      Response.writeError(request, response, ending, failure);
    }
  }

  /** The status for a body that cannot be received. */
  static int status(Throwable failure) {
    return failure instanceof InvalidException fault && fault.code() == ErrorCode.BODY_TOO_SLOW
        ? HttpStatus.REQUEST_TIMEOUT_408
        : HttpStatus.BAD_REQUEST_400;
  }

  static void refuse(Request request, Response response, Callback callback, int status) {
    request.setAttribute(UnreadBodies.ABANDONED, true);
    Response.writeError(request, response, callback, status);
  }
}
