package com.quaily.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.quaily.model.Site;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;

/** The description of this API, made from the resources themselves at the first request. */
@Path("/openapi.json")
@Hidden
public final class OpenApiResource {

  private final Site site;
  private final Set<Class<?>> resources;
  private volatile String document;

  public OpenApiResource(Site site, Set<Class<?>> resources) {
    this.site = site;
    this.resources = Set.copyOf(resources);
  }

  /** The document. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public String get() throws JsonProcessingException {
    if (document == null) {
      document = Json31.mapper().writeValueAsString(describe());
    }
    return document;
  }

  private OpenAPI describe() {
    OpenAPI base =
        new OpenAPI()
            .openapi("3.1.0")
            .info(
                new Info()
                    .title(site.name() + " API")
                    .version("1")
                    .license(new License().name("Apache-2.0")))
            .servers(List.of(new Server().url(site.url("/api"))));
    return new Reader(new SwaggerConfiguration().openAPI(base).openAPI31(true)).read(resources);
  }
}
