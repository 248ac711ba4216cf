package com.quaily.resource.filter;

import com.quaily.model.Site;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * Allows scripts of other origins to call the API. Callers authenticate by a header that browsers
 * do not send automatically, so an origin gains nothing that its own server could not do. Cookies
 * are neither set nor read.
 */
@PreMatching
@Priority(1)
public final class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private final Site site;

  public CorsFilter(Site site) {
    this.site = site;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    boolean preflight =
        request.getMethod().equals("OPTIONS")
            && request.getHeaderString("Access-Control-Request-Method") != null;
    if (preflight) {
      request.abortWith(Response.ok().build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String origin = request.getHeaderString("Origin");
    if (origin == null || origin.equals(site.baseUrl())) {
      return;
    }
    MultivaluedMap<String, Object> headers = response.getHeaders();
    headers.putSingle("Access-Control-Allow-Origin", "*");
    headers.putSingle("Access-Control-Expose-Headers", "X-Request-Id, Retry-After");
    headers.putSingle("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, OPTIONS");
    headers.putSingle(
        "Access-Control-Allow-Headers",
        "Authorization, Content-Type, X-QUAIL-KEY, X-Request-Id, If-Unmodified-Since");
    headers.putSingle("Access-Control-Max-Age", "86400");
  }
}
