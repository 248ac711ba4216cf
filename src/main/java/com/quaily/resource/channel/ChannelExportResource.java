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

/** Requests exports of channels; {@link ExportResource} serves the files. */
@Path("/lists")
public final class ChannelExportResource {

  private final ExportService exportService;

  public ChannelExportResource(ExportService exportService) {
    this.exportService = exportService;
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Export the channel and email the owner a download link")
  @POST
  @Path("/{list}/export.zip")
  @RateLimited(name = "export", perHour = 30, atOnce = 10)
  public ApiResponse<ListExportView> request(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(new ListExportView(exportService.request(caller, list).id(), "queued"));
  }

  /** An export whose link will be emailed. */
  public record ListExportView(long listId, String status) {}
}
