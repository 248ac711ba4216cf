package com.quaily.resource.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.quaily.model.Site;
import com.quaily.resource.access.Access;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashSet;
import java.util.Set;

/** Serves the OpenAPI description, built from the resources at the first request. */
@Path("/openapi.json")
@Hidden
public final class OpenApiResource {

  private final ApiDescription description;
  private final Set<Class<?>> resources;
  private volatile String document;

  // Not public: otherwise Jersey would try to call it, and log a warning.
  public OpenApiResource(Site site, Set<Class<?>> resources) {
    this.description = new ApiDescription(site);
    this.resources = new LinkedHashSet<>(resources);
  }

  /** The document. */
  @Access(Access.Level.ANYBODY)
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String get() throws JsonProcessingException {
    if (document == null) {
      document = Json31.mapper().writeValueAsString(description.of(resources));
    }
    return document;
  }
}
