package com.quaily.resource.openapi;

import com.quaily.model.page.ContentSecurityPolicy;
import com.quaily.resource.access.Access;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** The documentation page of the API: a bundled viewer. */
@Path("/docs")
@Hidden
public final class DocsResource {

  private static final String WEBJAR = "META-INF/resources/webjars/swagger-ui/";
  private static final String WEBJAR_POM = "META-INF/maven/org.webjars/swagger-ui/pom.properties";

  private static final Map<String, String> TYPES =
      Map.of(
          "swagger-ui.css", "text/css; charset=utf-8",
          "swagger-ui-bundle.js", "text/javascript; charset=utf-8",
          "viewer.css", "text/css; charset=utf-8",
          "viewer.js", "text/javascript; charset=utf-8");

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  // Not public: otherwise Jersey would try to call it, and log a warning.
  public DocsResource() {}

  /** The viewer. */
  @Access(Access.Level.ANYBODY)
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Response page() {
    return answer(
            files.computeIfAbsent("viewer.html", DocsResource::read), "text/html; charset=utf-8")
        .header("Content-Security-Policy", ContentSecurityPolicy.OF_API_DOCS)
        .build();
  }

  /** The viewer's files. */
  @Access(Access.Level.ANYBODY)
  @GET
  @Path("/{file}")
  public Response file(@PathParam("file") String name) {
    if (!TYPES.containsKey(name)) {
      throw new NotFoundException();
    }
    return answer(files.computeIfAbsent(name, DocsResource::read), TYPES.get(name)).build();
  }

  private static Response.ResponseBuilder answer(byte[] content, String type) {
    return Response.ok(content)
        .type(type)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
        .header("X-Content-Type-Options", "nosniff");
  }

  private static byte[] read(String name) {
    String own = "com/quaily/docs/" + name;
    return name.startsWith("viewer.") ? bytes(own) : bytes(WEBJAR + version() + "/" + name);
  }

  /** The viewer's folder is named after its version. */
  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = DocsResource.class.getClassLoader().getResourceAsStream(WEBJAR_POM)) {
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = DocsResource.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
