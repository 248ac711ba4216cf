package com.quaily.server;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * A request whose body must arrive at a minimum rate, and whose beginning may have been received
 * already. A pause is no failure as long as the rate holds: during a shutdown Jetty would give up a
 * body after one second of silence.
 */
final class PacedRequest extends Request.Wrapper {

  /** Time that every body has, whatever its size. */
  static final Duration GRACE = Duration.ofSeconds(10);

  /** What must arrive on average after that. */
  static final int BYTES_A_SECOND = 1024;

  private final LongSupplier nanoTime;
  private final long begin;
  private long received;
  private ByteBuffer beginning;
  private boolean complete;

  PacedRequest(Request request, LongSupplier nanoTime) {
    super(request);
    this.nanoTime = nanoTime;
    this.begin = nanoTime.getAsLong();
  }

  /**
   * The next reader begins with these bytes.
   *
   * @param complete whether nothing follows
   */
  void beginWith(byte[] bytes, boolean complete) {
    this.beginning = ByteBuffer.wrap(bytes);
    this.complete = complete;
  }

  @Override
  public Content.Chunk read() {
    if (beginning != null) {
      ByteBuffer first = beginning;
      beginning = null;
      return Content.Chunk.from(first, complete);
    }
    if (complete) {
      return Content.Chunk.EOF;
    }
    Content.Chunk chunk = super.read();
    if (chunk == null) {
      return null;
    }
    if (Content.Chunk.isFailure(chunk)) {
      return failed(chunk);
    }
    received += chunk.remaining();
    if (!chunk.isLast() && isTooSlow()) {
      chunk.release();
      return Content.Chunk.from(tooSlow(null), true);
    }
    return chunk;
  }

  private Content.Chunk failed(Content.Chunk chunk) {
    Throwable failure = chunk.getFailure();
    if (failure instanceof TimeoutException) {
      // Jetty calls again when more arrives.
      return chunk.isLast() || isTooSlow() ? Content.Chunk.from(tooSlow(failure), true) : null;
    }
    if (failure instanceof HttpException) {
      InvalidException malformed =
          new InvalidException(ErrorCode.BAD_REQUEST, ErrorCode.BAD_REQUEST.message());
      malformed.initCause(failure);
      return Content.Chunk.from(malformed, true);
    }
    return chunk;
  }

  private boolean isTooSlow() {
    long counted = nanoTime.getAsLong() - begin - GRACE.toNanos();
    return counted > 0 && received < counted / 1_000_000_000d * BYTES_A_SECOND;
  }

  private Throwable tooSlow(Throwable cause) {
    setAttribute(UnreadBodies.ABANDONED, true);
    InvalidException tooSlow =
        new InvalidException(ErrorCode.BODY_TOO_SLOW, ErrorCode.BODY_TOO_SLOW.message());
    tooSlow.initCause(cause);
    return tooSlow;
  }

  @Override
  public void demand(Runnable whenAvailable) {
    if (beginning != null || complete) {
      getComponents().getExecutor().execute(whenAvailable);
    } else {
      super.demand(whenAvailable);
    }
  }

  @Override
  public boolean consumeAvailable() {
    return complete || super.consumeAvailable();
  }
}
