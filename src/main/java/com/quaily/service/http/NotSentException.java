package com.quaily.service.http;

import java.io.IOException;

/** The request did not leave this machine: sending it again repeats nothing. */
public final class NotSentException extends IOException {

  private static final long serialVersionUID = 1;

  NotSentException(IOException cause) {
    super("not sent: " + cause, cause);
  }
}
