package com.quaily.resource.channel;

import com.quaily.model.Caller;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.exporter.ExportService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;

/** Exports of channels are asked for here; {@link ExportResource} has the files. */
@Path("/lists")
public final class ChannelExportResource {

  private final ExportService exportService;

  public ChannelExportResource(ExportService exportService) {
    this.exportService = exportService;
  }

  /** Lets the file be made. */
  @Access(Access.Level.OWNER)
  @Operation(summary = "Mails the owner a link to a file with everything of the channel")
  @POST
  @Path("/{list}/export.zip")
  @RateLimited(name = "export", perHour = 30, atOnce = 10)
  public ApiResponse<ListExportView> request(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(new ListExportView(exportService.request(caller, list).id(), "queued"));
  }

  /** An export that will be mailed. */
  public record ListExportView(long listId, String status) {}
}
