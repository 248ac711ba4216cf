package com.quaily.resource.filter;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * Serves some resources in both families of endpoints: {@code /auxilia/composer} is an alias of
 * {@code /composer}.
 */
@PreMatching
public final class AuxiliaFilter implements ContainerRequestFilter {

  private static final String FAMILY = "auxilia/";

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo address = request.getUriInfo();
    String path = address.getPath(false);
    String below = path.startsWith("/") ? path.substring(1) : path;
    if (below.startsWith(FAMILY + "composer/") || below.matches(FAMILY + "c/?")) {
      String base = address.getBaseUri().toString();
      String query = address.getRequestUri().getRawQuery();
      request.setRequestUri(
          URI.create(base + below.substring(FAMILY.length()) + (query == null ? "" : "?" + query)));
    }
  }
}
