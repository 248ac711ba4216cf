package com.quaily.server;

import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets HTTP/2 clients receive a response that is sent before their whole body was read. Jetty would
 * reset such a stream with an error right after the response, and many clients would discard the
 * response. Here the response is sent in full, the rest of the body is read and dropped, and only a
 * client that does not stop is reset.
 */
final class UnreadBodies extends Handler.Wrapper {

  /** Bytes read after a response; more than any client sends by mistake. */
  private static final long PATIENCE = 1L << 30;

  UnreadBodies(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    boolean http2 = request.getConnectionMetaData().getHttpVersion() == HttpVersion.HTTP_2;
    if (!http2 || request.getLength() == 0) {
      return super.handle(request, response, callback);
    }
    Callback draining = Callback.from(() -> new Drain(request, callback).run(), callback::failed);
    try {
      return super.handle(new Unread(request), response, draining);
    } catch (Exception failure) {
      // Jetty's own response would bypass the steps after the response here.
      Response.writeError(request, response, draining, failure);
      return true;
    }
  }

  /** Keeps other code from discarding the rest of the body, which would reset the stream. */
  private static final class Unread extends Request.Wrapper {

    Unread(Request request) {
      super(request);
    }

    @Override
    public boolean consumeAvailable() {
      return false;
    }
  }

  /** Reads the rest of a body without blocking a thread, then ends the request. */
  private static final class Drain implements Runnable {

    private final Request request;
    private final Callback callback;
    private long read;

    Drain(Request request, Callback callback) {
      this.request = request;
      this.callback = callback;
    }

    @Override
    public void run() {
      while (read <= PATIENCE) {
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
