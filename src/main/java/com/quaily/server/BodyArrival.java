package com.quaily.server;

import com.quaily.model.ClientNetwork;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The beginning of one body on its way in. Runs each time that more has arrived. */
final class BodyArrival implements Runnable {

  private static final int FIRST_SIZE = 1024;
  private static final String FORM = "application/x-www-form-urlencoded";

  private final ArrivingBodies bodies;
  private final PacedRequest request;
  private final Response response;
  private final Callback callback;
  private final String network;
  private byte[] content = new byte[FIRST_SIZE];
  private int size;
  private boolean counted;

  BodyArrival(ArrivingBodies bodies, PacedRequest request, Response response, Callback callback) {
    this.bodies = bodies;
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.network = ClientNetwork.of(Request.getRemoteAddr(request)).narrow();
  }

  @Override
  public void run() {
    while (true) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        if (mayWait()) {
          request.demand(this);
        }
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        leave();
        ArrivingBodies.refuse(
            request, response, callback, ArrivingBodies.status(chunk.getFailure()));
        return;
      }
      boolean complete = chunk.isLast();
      keep(chunk);
      if (!complete && size >= ArrivingBodies.COLLECTED && isForm()) {
        leave();
        ArrivingBodies.refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        return;
      }
      if (complete || size >= ArrivingBodies.COLLECTED) {
        boolean waited = counted;
        leave();
        request.beginWith(Arrays.copyOf(content, size), complete);
        pass(!complete, waited);
        return;
      }
    }
  }

  /**
   * Passes the request on. After a wait this needs another thread: the servlets may block until
   * more arrives, and Jetty announces that only when the current announcement has been handled.
   */
  private void pass(boolean isLarge, boolean waited) {
    Runnable pass = () -> bodies.pass(request, response, callback, isLarge);
    if (!waited) {
      pass.run();
      return;
    }
    try {
      request.getComponents().getExecutor().execute(pass);
    } catch (RejectedExecutionException full) {
      ArrivingBodies.refuse(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
    }
  }

  /** Copies, because a tiny chunk can hold a whole network buffer. */
  private void keep(Content.Chunk chunk) {
    int arrived = chunk.remaining();
    if (size + arrived > content.length) {
      content = Arrays.copyOf(content, Math.max(size + arrived, 2 * content.length));
    }
    chunk.getByteBuffer().get(content, size, arrived);
    size += arrived;
    chunk.release();
  }

  /** Forms have a few short fields; the servlets would read an endless one. */
  private boolean isForm() {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  private boolean mayWait() {
    if (counted) {
      return true;
    }
    int status = bodies.enter(network);
    counted = status == HttpStatus.OK_200;
    if (!counted) {
      ArrivingBodies.refuse(request, response, callback, status);
    }
    return counted;
  }

  private void leave() {
    if (counted) {
      counted = false;
      bodies.leave(network);
    }
  }
}
