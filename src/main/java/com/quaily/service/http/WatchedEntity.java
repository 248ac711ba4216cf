package com.quaily.service.http;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A request body that knows whether it was sent. Servers act on no request before its body. */
final class WatchedEntity extends HttpEntityWrapper {

  private volatile boolean begun;

  WatchedEntity(HttpEntity body) {
    super(body);
  }

  boolean isBegun() {
    return begun;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    begun = true;
    super.writeTo(out);
  }
}
