package com.quaily.resource.api;

import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.Response.Status;

/** Thrown by the endpoints of a {@link NotImplemented} resource; gives status 501. */
public final class NotImplementedException extends ServerErrorException {

  private static final long serialVersionUID = 1L;

  public NotImplementedException() {
    super(Status.NOT_IMPLEMENTED);
  }
}
