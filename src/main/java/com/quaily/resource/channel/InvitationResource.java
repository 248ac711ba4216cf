package com.quaily.resource.channel;

import com.quaily.model.Caller;
import com.quaily.model.channel.CooperatorInvitation;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelViews;
import com.quaily.service.channel.ChannelService;
import com.quaily.service.channel.CooperatorService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;

/** Invitations of the caller. */
@Path("/users")
public final class InvitationResource {

  private final CooperatorService cooperatorService;
  private final ChannelService channelService;
  private final ChannelViews channelViews;

  public InvitationResource(
      CooperatorService cooperatorService,
      ChannelService channelService,
      ChannelViews channelViews) {
    this.cooperatorService = cooperatorService;
    this.channelService = channelService;
    this.channelViews = channelViews;
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "List the channels that the caller was invited to write for, newest first")
  @GET
  @Path("/me/invitations")
  public ApiResponse<List<InvitationView>> list(@Context Caller caller) {
    return ApiResponse.of(cooperatorService.list(caller).stream().map(this::view).toList());
  }

  private InvitationView view(CooperatorInvitation invitation) {
    return new InvitationView(
        channelViews.brief(channelService.get(String.valueOf(invitation.channelId()))),
        invitation.invitedAt());
  }

  /** An invitation of the caller. */
  public record InvitationView(ChannelView list, Instant invitedAt) {}
}
