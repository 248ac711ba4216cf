package com.quaily.resource.channel;

import com.quaily.model.export.ChannelExport;
import com.quaily.resource.access.Access;
import com.quaily.service.exporter.ExportService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** Downloads of finished exports for everyone who has the emailed link. */
@Path("/exports")
public final class ExportResource {

  private final ExportService exportService;

  public ExportResource(ExportService exportService) {
    this.exportService = exportService;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Download an export as a ZIP file")
  @GET
  @Path("/{token}")
  @Produces("application/zip")
  public Response fetch(@PathParam("token") String token) {
    ChannelExport export = exportService.find(token);
    StreamingOutput content = out -> exportService.copy(export, out);
    return Response.ok(content, "application/zip")
        .header(HttpHeaders.CONTENT_LENGTH, export.size())
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + export.filename() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
