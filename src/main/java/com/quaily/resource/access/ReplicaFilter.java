package com.quaily.resource.access;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.function.Consumer;

/**
 * Lets replicas of the database answer what anonymous readers ask. Whoever has an account may have
 * written something a moment ago, and always reads from the primary.
 */
@Priority(Priorities.AUTHORIZATION)
public final class ReplicaFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private final Consumer<Boolean> replica;

  /**
   * @param replica tells the database whether this thread's statements may go to a replica
   */
  public ReplicaFilter(Consumer<Boolean> replica) {
    this.replica = replica;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String method = request.getMethod();
    boolean reads = method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    replica.accept(reads && Callers.of(request.getSecurityContext()).isEmpty());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    replica.accept(false);
  }
}
