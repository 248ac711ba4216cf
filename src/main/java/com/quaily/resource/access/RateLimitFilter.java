package com.quaily.resource.access;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;

/** Enforces the rate limits of {@link RateLimited} endpoints by client address. */
@RateLimited
@Priority(Priorities.AUTHENTICATION - 100)
public final class RateLimitFilter implements ContainerRequestFilter {

  private final CallLimits limits = new CallLimits();

  @Context private ResourceInfo resource;
  @Context private HttpServletRequest servletRequest;

  @Override
  public void filter(ContainerRequestContext request) {
    RateLimited limit = resource.getResourceMethod().getAnnotation(RateLimited.class);
    limits.take(limit.name(), servletRequest.getRemoteAddr(), limit.perHour(), limit.atOnce());
  }
}
