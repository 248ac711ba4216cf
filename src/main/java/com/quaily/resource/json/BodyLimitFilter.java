package com.quaily.resource.json;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Rejects bodies that are compressed or too large, by their Content-Length or while reading them.
 */
@Priority(Priorities.ENTITY_CODER)
public final class BodyLimitFilter implements ContainerRequestFilter {

  /**
   * Maximum body size in bytes: the longest post in the largest encoding, or the largest upload.
   */
  public static final long MAX_BYTES = 8L * 1024 * 1024;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (request.getLength() > MAX_BYTES) {
      throw tooLarge();
    }
    String encoding = request.getHeaderString("Content-Encoding");
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      throw new InvalidException(
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "Content-Encoding: only identity is supported, no compressed bodies");
    }
    request.setEntityStream(new Bounded(request.getEntityStream()));
  }

  private static InvalidException tooLarge() {
    return new InvalidException(
        ErrorCode.BODY_TOO_LARGE, "The body is larger than " + MAX_BYTES + " bytes.");
  }

  private static final class Bounded extends FilterInputStream {

    private long read;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int count = super.read(buffer, offset, length);
      count(Math.max(count, 0));
      return count;
    }

    private void count(int bytes) {
      read += bytes;
      if (read > MAX_BYTES) {
        throw tooLarge();
      }
    }
  }
}
