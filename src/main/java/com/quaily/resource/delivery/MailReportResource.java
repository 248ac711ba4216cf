package com.quaily.resource.delivery;

import com.quaily.model.Limits;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.delivery.bounce.MailReports;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** Takes reports of bounces and complaints from the providers that send our emails. */
@Path("/mail/reports")
@Consumes(MediaType.WILDCARD)
public final class MailReportResource {

  private static final int PER_HOUR = 36_000;
  private static final int AT_ONCE = 2_000;

  private final MailReports reports;

  public MailReportResource(MailReports reports) {
    this.reports = reports;
  }

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Take a message of Amazon SNS about emails that SES sent")
  @POST
  @Path("/ses")
  @RateLimited(name = "mail-report", perHour = PER_HOUR, atOnce = AT_ONCE)
  public ApiResponse<Void> takeFromSns(InputStream body) throws IOException {
    reports.takeFromSns(bytes(body));
    return ApiResponse.done();
  }

  @Access(Access.Level.SERVICE)
  @Operation(summary = "Take a report of a provider that is described in the settings")
  @POST
  @Path("/{name}")
  @RateLimited(name = "mail-report", perHour = PER_HOUR, atOnce = AT_ONCE)
  public ApiResponse<Void> take(
      @PathParam("name") String name, @Context HttpHeaders headers, InputStream body)
      throws IOException {
    reports.take(name, bytes(body), headers::getHeaderString);
    return ApiResponse.done();
  }

  /** The body as it came, because it is signed. */
  private static byte[] bytes(InputStream body) throws IOException {
    byte[] bytes = RequestBodies.require(body).readNBytes(Limits.MAIL_REPORT + 1);
    if (bytes.length > Limits.MAIL_REPORT) {
      throw new InvalidException(
          ErrorCode.BODY_TOO_LARGE, "The body is larger than " + Limits.MAIL_REPORT + " bytes.");
    }
    return bytes;
  }
}
