package com.quaily.server;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets clients receive a response that is sent before their whole body was read. Jetty would reset
 * an HTTP/2 stream with an error right after the response and close an HTTP/1 connection while the
 * client still sends, and many clients would discard the response. Here the response is sent in
 * full, then the rest of the body is read and dropped without holding a thread. Only a client that
 * does not stop in time loses its connection.
 */
final class UnreadBodies extends Handler.Wrapper {

  /** Request attribute: the rest of the body is not worth waiting for. */
  static final String ABANDONED = "com.quaily.server.abandoned";

  /** Bytes read after a response; more than any client sends by mistake. */
  private static final long PATIENCE = 1L << 30;

  /** How long a rest may take. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  /** Parts of a body that Jetty may read before it decides to close the connection. */
  private static final int PARTS_AT_ONCE = 16;

  private final LongSupplier nanoTime;

  UnreadBodies(Handler next) {
    this(next, System::nanoTime);
  }

  UnreadBodies(Handler next, LongSupplier nanoTime) {
    super(next);
    this.nanoTime = nanoTime;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!hasBody(request)) {
      return super.handle(request, response, callback);
    }
    Unread unread = new Unread(request);
    Callback draining =
        Callback.from(() -> new Drain(unread, callback, nanoTime).begin(), callback::failed);
    try {
      return super.handle(unread, response, draining);
    } catch (Exception failure) {
      // Jetty's own response would bypass the steps after the response here.
      Response.writeError(unread, response, draining, failure);
      return true;
    }
  }

  /** Whether the client may send a body; over HTTP/2 only its end tells. */
  static boolean hasBody(Request request) {
    return isHttp2(request)
        ? request.getLength() != 0
        : request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  private static boolean isHttp2(Request request) {
    return request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
  }

  /** Keeps other code from discarding the rest of the body, which would end the connection. */
  private static final class Unread extends Request.Wrapper {

    private volatile boolean ended;

    Unread(Request request) {
      super(request);
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        ended = true;
      }
      return chunk;
    }

    @Override
    public boolean consumeAvailable() {
      for (int part = 0; !ended && !isHttp2(this) && part < PARTS_AT_ONCE; part++) {
        Content.Chunk chunk = read();
        if (chunk == null) {
          return false;
        }
        chunk.release();
      }
      return ended;
    }
  }

  /** Reads the rest of a body without blocking a thread, then ends the request. */
  private static final class Drain implements Runnable {

    private final Unread request;
    private final Callback callback;
    private final LongSupplier nanoTime;
    private long begin;
    private long read;

    Drain(Unread request, Callback callback, LongSupplier nanoTime) {
      this.request = request;
      this.callback = callback;
      this.nanoTime = nanoTime;
    }

    void begin() {
      // A client that sent "Expect: 100-continue" has its answer and sends nothing.
      boolean nothingFollows =
          !isHttp2(request) && request.getHeaders().contains(HttpHeader.EXPECT);
      if (request.ended || nothingFollows || request.getAttribute(ABANDONED) != null) {
        callback.succeeded();
        return;
      }
      begin = nanoTime.getAsLong();
      run();
    }

    @Override
    public void run() {
      while (read <= PATIENCE && nanoTime.getAsLong() - begin < LONGEST.toNanos()) {
        Content.Chunk chunk = request.read();
        if (chunk == null) {
          request.demand(this);
          return;
        }
        boolean ended = chunk.isLast() || Content.Chunk.isFailure(chunk);
        read += chunk.remaining();
        chunk.release();
        if (ended) {
          break;
        }
      }
      callback.succeeded();
    }
  }
}
