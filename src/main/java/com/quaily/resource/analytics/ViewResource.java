package com.quaily.resource.analytics;

import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.QueryIds;
import com.quaily.service.analytics.Origin;
import com.quaily.service.analytics.ViewCounter;
import com.quaily.service.analytics.Visitor;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.Optional;

/** Counts views and reads. Sets no cookie and stores no address. */
@Path("/posts")
public final class ViewResource {

  private static final String GIF = "image/gif";
  private static final byte[] PIXEL =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

  private final ViewCounter counter;

  public ViewResource(ViewCounter counter) {
    this.counter = counter;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Count a view of a post")
  @POST
  @Path("/view")
  @RateLimited(name = "view", perHour = 6_000, atOnce = 600)
  public ApiResponse<Void> view(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @QueryParam("id") String id,
      @BeanParam OriginParams origin) {
    counter.view(QueryIds.require("id", id), visitor(request, headers), origin.origin());
    return ApiResponse.done();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Count a read: a visit of at least ten seconds")
  @POST
  @Path("/read")
  @RateLimited(name = "view", perHour = 6_000, atOnce = 600)
  public ApiResponse<Void> read(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @QueryParam("id") String id,
      @BeanParam OriginParams origin) {
    counter.read(QueryIds.require("id", id), visitor(request, headers), origin.origin());
    return ApiResponse.done();
  }

  /** The invisible image in an email; it is the same whether anything is counted or not. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Count that an email was opened; returns an invisible image")
  @GET
  @Path("/email_view.gif")
  @Produces(GIF)
  public Response emailView(
      @Context HttpServletRequest request,
      @Context HttpHeaders headers,
      @QueryParam("trace_id") String traceId) {
    counter.emailView(traceId, visitor(request, headers));
    return Response.ok(PIXEL, GIF)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static Visitor visitor(HttpServletRequest request, HttpHeaders headers) {
    String purpose = header(headers, "Sec-Purpose") + header(headers, "Purpose");
    return new Visitor(
        request.getRemoteAddr(),
        header(headers, HttpHeaders.USER_AGENT),
        purpose.contains("prefetch"));
  }

  private static String header(HttpHeaders headers, String name) {
    return Optional.ofNullable(headers.getHeaderString(name)).orElse("");
  }

  /** Where the reader came from. */
  public static final class OriginParams {

    @QueryParam("utm_source")
    private String source;

    @QueryParam("utm_medium")
    private String medium;

    @QueryParam("utm_campaign")
    private String campaign;

    /** The referring page, or its name. */
    @QueryParam("ref")
    private String referrer;

    Origin origin() {
      return Origin.of(source, medium, campaign, referrer);
    }
  }
}
