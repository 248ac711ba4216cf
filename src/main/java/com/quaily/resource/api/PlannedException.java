package com.quaily.resource.api;

import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.Response.Status;

/** What the endpoints of a {@link Planned} resource answer: 501. */
public final class PlannedException extends ServerErrorException {

  private static final long serialVersionUID = 1L;

  public PlannedException() {
    super(Status.NOT_IMPLEMENTED);
  }
}
