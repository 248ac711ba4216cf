package com.quaily.resource.json;

import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.ErrorResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

/**
 * Treats bodies without a content type as JSON, and returns JSON unless the endpoint says
 * otherwise.
 */
@PreMatching
public final class JsonDefaultFilter implements ContainerRequestFilter, ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    if (request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!response.hasEntity()) {
      return;
    }
    Object entity = response.getEntity();
    if (entity instanceof ApiResponse || entity instanceof ErrorResponse) {
      response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8");
      response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
      response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
  }
}
