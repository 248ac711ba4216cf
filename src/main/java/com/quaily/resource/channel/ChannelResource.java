package com.quaily.resource.channel;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelInput;
import com.quaily.resource.access.Access;
import com.quaily.resource.account.UserResource.OptionsRequest;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelView.ListMetrics;
import com.quaily.resource.view.ChannelViews;
import com.quaily.service.channel.ChannelService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import java.util.Optional;

/** Channels; the wire calls them lists. */
@Path("/lists")
public final class ChannelResource {

  private final ChannelService channelService;
  private final ChannelViews channelViews;

  public ChannelResource(ChannelService channelService, ChannelViews channelViews) {
    this.channelService = channelService;
    this.channelViews = channelViews;
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Create a channel owned by the caller")
  @POST
  public ApiResponse<ChannelView> create(@Context Caller caller, ChannelRequest body) {
    return show(
        Optional.of(caller),
        channelService.create(caller.userId(), RequestBodies.require(body).input()));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get a channel by id or slug")
  @GET
  @Path("/{list}")
  public ApiResponse<ChannelView> get(
      @Context Optional<Caller> caller, @PathParam("list") String list) {
    return show(caller, channelService.get(list));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get a channel's statistics")
  @GET
  @Path("/{list}/metrics")
  public ApiResponse<ListMetrics> metrics(
      @Context Optional<Caller> caller, @PathParam("list") String list) {
    return ApiResponse.of(channelViews.statistics(channelService.get(list), caller));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the channel of a custom domain")
  @GET
  @Path("/domains/{domain}")
  public ApiResponse<ChannelView> getByDomain(
      @Context Optional<Caller> caller, @PathParam("domain") String domain) {
    return show(caller, channelService.getByDomain(domain));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Update a channel; omitted fields keep their values")
  @PUT
  @Path("/{list}")
  public ApiResponse<ChannelView> update(
      @Context Caller caller, @PathParam("list") String list, ChannelRequest body) {
    return show(
        Optional.of(caller),
        channelService.update(caller, list, RequestBodies.require(body).input()));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Change a channel's slug; the old address redirects permanently")
  @PUT
  @Path("/{list}/slug")
  public ApiResponse<ChannelView> changeSlug(
      @Context Caller caller, @PathParam("list") String list, @QueryParam("slug") String slug) {
    return show(Optional.of(caller), channelService.changeSlug(caller, list, slug));
  }

  @Access(Access.Level.OWNER)
  @Operation(summary = "Merge options into a channel's options")
  @PUT
  @Path("/{list}/options")
  public ApiResponse<ChannelView> mergeOptions(
      @Context Caller caller, @PathParam("list") String list, OptionsRequest body) {
    return show(
        Optional.of(caller),
        channelService.mergeOptions(caller, list, RequestBodies.require(body).options()));
  }

  private ApiResponse<ChannelView> show(Optional<Caller> caller, Channel channel) {
    return ApiResponse.of(channelViews.whole(channel, caller));
  }

  /** Body of {@code POST /lists} and {@code PUT /lists/:list}. */
  public record ChannelRequest(
      String slug,
      String title,
      String tagline,
      String description,
      String avatarImageUrl,
      String faviconImageUrl,
      String widgetCustomStyles,
      Map<String, Object> listOptions) {

    ChannelInput input() {
      return new ChannelInput(
          slug,
          title,
          tagline,
          description,
          avatarImageUrl,
          faviconImageUrl,
          widgetCustomStyles,
          listOptions);
    }
  }
}
