package com.quaily.service.http;

import java.net.UnknownHostException;

/** A name that belongs to a server that is not public. */
public final class NotPublicException extends UnknownHostException {

  private static final long serialVersionUID = 1;

  NotPublicException(String host) {
    super(host);
  }
}
