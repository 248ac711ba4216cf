package com.quaily.resource;

import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.Response.Status;

/** What the endpoints of a {@link Planned} resource answer: 501. */
final class PlannedException extends ServerErrorException {

  private static final long serialVersionUID = 1L;

  PlannedException() {
    super(Status.NOT_IMPLEMENTED);
  }
}
