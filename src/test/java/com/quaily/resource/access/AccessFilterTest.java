package com.quaily.resource.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.quaily.model.error.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.net.URI;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

class AccessFilterTest {

  private final ApplicationHandler underTest =
      new ApplicationHandler(
          new ResourceConfig()
              .register(new AccessFilter())
              .register(new Refusals())
              .register(new Endpoints()));

  @Test
  void aMethodThatDoesNotSayWhoMayCallItIsForNobody() throws Exception {
    assertEquals(403, status("GET", "forgotten"));
  }

  @Test
  void aMethodForAnybodyIsCalled() throws Exception {
    assertEquals(200, status("GET", "open"));
  }

  @Test
  void whichMethodsThereAreMayBeAskedByAnybody() throws Exception {
    assertEquals(200, status("OPTIONS", "open"));
  }

  private int status(String method, String path) throws Exception {
    URI base = URI.create("http://localhost/");
    ContainerRequest request =
        new ContainerRequest(
            base, base.resolve(path), method, null, new MapPropertiesDelegate(), null);
    return underTest.apply(request).get().getStatus();
  }

  /** One method with and one without {@link Access}. */
  @Path("/")
  public static final class Endpoints {

    @GET
    @Path("forgotten")
    public String forgotten() {
      return "secret";
    }

    @Access(Access.Level.ANYBODY)
    @GET
    @Path("open")
    public String open() {
      return "open";
    }
  }

  private static final class Refusals implements ExceptionMapper<ForbiddenException> {

    @Override
    public Response toResponse(ForbiddenException refusal) {
      return Response.status(403).build();
    }
  }
}
