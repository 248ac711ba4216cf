package com.quaily.resource.channel;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.CooperatorInvitation;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelViews;
import com.quaily.service.channel.CooperatorService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Cooperators of a channel. */
@Path("/lists")
public final class CooperatorResource {

  private final CooperatorService cooperatorService;
  private final ChannelViews channelViews;

  public CooperatorResource(CooperatorService cooperatorService, ChannelViews channelViews) {
    this.cooperatorService = cooperatorService;
    this.channelViews = channelViews;
  }

  @Access(Access.Level.OWNER_SESSION)
  @Operation(
      summary = "Replace the channel's cooperators; new ones are invited and have to accept",
      description =
          "`cooperators` in the response contains those who accepted. A user can be invited who"
              + " shows up in public or subscribes to one of the owner's channels.")
  @PUT
  @Path("/{list}/cooperators")
  @RateLimited(name = "cooperators", perHour = 60, atOnce = 20)
  public ApiResponse<ChannelView> replace(
      @Context Caller caller, @PathParam("list") String list, ListCooperatorsRequest body) {
    return show(
        caller, cooperatorService.replace(caller, list, RequestBodies.require(body).cooperators()));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "List who was invited to write for the channel and has not answered")
  @GET
  @Path("/{list}/cooperators/invited")
  public ApiResponse<List<InvitedView>> listInvited(
      @Context Caller caller, @PathParam("list") String list) {
    return ApiResponse.of(
        cooperatorService.listInvited(caller, list).stream().map(InvitedView::of).toList());
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Accept the invitation to write for the channel")
  @POST
  @Path("/{list}/cooperation")
  public ApiResponse<ChannelView> accept(@Context Caller caller, @PathParam("list") String list) {
    return show(caller, cooperatorService.accept(caller, list));
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Decline the invitation to write for the channel, or stop writing for it")
  @DELETE
  @Path("/{list}/cooperation")
  public ApiResponse<Void> leave(@Context Caller caller, @PathParam("list") String list) {
    cooperatorService.leave(caller, list);
    return ApiResponse.done();
  }

  private ApiResponse<ChannelView> show(Caller caller, Channel channel) {
    return ApiResponse.of(channelViews.whole(channel, Optional.of(caller)));
  }

  /** Body of {@code PUT …/cooperators}: ids of users. */
  public record ListCooperatorsRequest(List<Long> cooperators) {}

  /** A user who was invited. */
  public record InvitedView(long userId, Instant invitedAt) {

    static InvitedView of(CooperatorInvitation invitation) {
      return new InvitedView(invitation.userId(), invitation.invitedAt());
    }
  }
}
