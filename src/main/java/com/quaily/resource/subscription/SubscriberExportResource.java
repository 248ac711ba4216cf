package com.quaily.resource.subscription;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.service.exporter.ExportService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Downloads of a channel's subscribers. */
@Path("/lists")
public final class SubscriberExportResource {

  private static final String CSV = "text/csv";

  private final ExportService exportService;

  public SubscriberExportResource(ExportService exportService) {
    this.exportService = exportService;
  }

  @Access(value = Access.Level.OWNER, scope = Scope.SUBSCRIBER_FULL)
  @Operation(summary = "Download all subscribers as a CSV file")
  @GET
  @Path("/{list}/subscriptions.csv")
  @Produces(CSV)
  @RateLimited(name = "export", perHour = 30, atOnce = 10)
  public Response download(@Context Caller caller, @PathParam("list") String list) {
    Channel channel = exportService.requireExportable(caller, list);
    StreamingOutput content = out -> exportService.writeSubscribers(channel, out);
    String filename = "subscribers-" + channel.slug() + ".csv";
    return Response.ok(content, CSV + "; charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + filename + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
