package com.quaily.resource;

import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a resource whose endpoints clients know and this server does not have yet. They answer 501
 * with its code, so that a client can tell them from mistaken addresses, and bear a mark in the
 * description of the API.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Planned {

  /** What such an endpoint answers. */
  final class Failure {

    private Failure() {}

    static ServerErrorException of() {
      return new ServerErrorException(Status.NOT_IMPLEMENTED);
    }
  }
}
