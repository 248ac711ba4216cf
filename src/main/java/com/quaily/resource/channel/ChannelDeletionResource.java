package com.quaily.resource.channel;

import com.quaily.model.Caller;
import com.quaily.model.channel.ChannelDeletion;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.channel.ChannelDeletionService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Deletion of channels. */
@Path("/lists")
public final class ChannelDeletionResource {

  private final ChannelDeletionService deletionService;

  public ChannelDeletionResource(ChannelDeletionService deletionService) {
    this.deletionService = deletionService;
  }

  @Access(Access.Level.OWNER)
  @Operation(
      summary = "Request the channel's deletion; the owner gets a confirmation link by email")
  @DELETE
  @Path("/{list}")
  @RateLimited(name = "deletion", perHour = 30, atOnce = 10)
  public ApiResponse<ListDeletionView> request(
      @Context Caller caller, @PathParam("list") String list) {
    return show(deletionService.request(caller, list));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Get the pending deletion")
  @GET
  @Path("/{list}/deletion")
  public ApiResponse<ListDeletionView> get(@Context Caller caller, @PathParam("list") String list) {
    return show(deletionService.get(caller, list));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Cancel the deletion")
  @DELETE
  @Path("/{list}/deletion")
  public ApiResponse<Void> revoke(@Context Caller caller, @PathParam("list") String list) {
    deletionService.revoke(caller, list);
    return ApiResponse.of(null);
  }

  private static ApiResponse<ListDeletionView> show(ChannelDeletion deletion) {
    return ApiResponse.of(
        new ListDeletionView(deletion.channelId(), deletion.requestedAt(), deletion.dueAt()));
  }

  /**
   * A deletion.
   *
   * @param dueAt null until it is confirmed
   */
  public record ListDeletionView(long listId, Instant requestedAt, @Nullable Instant dueAt) {}
}
