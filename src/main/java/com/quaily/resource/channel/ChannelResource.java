package com.quaily.resource.channel;

import com.quaily.model.Caller;
import com.quaily.model.channel.Channel;
import com.quaily.model.channel.ChannelInput;
import com.quaily.model.oauth.Scope;
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

  /** Creates a channel of the caller. */
  @Access(value = Access.Level.ANY_CALLER, scope = Scope.POST_WRITE)
  @Operation(summary = "Creates a channel of the caller")
  @POST
  public ApiResponse<ChannelView> create(@Context Caller caller, ChannelRequest body) {
    return show(
        Optional.of(caller),
        channelService.create(caller.userId(), RequestBodies.require(body).input()));
  }

  /** A channel by id or slug. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "A channel by id or slug")
  @GET
  @Path("/{list}")
  public ApiResponse<ChannelView> get(
      @Context Optional<Caller> caller, @PathParam("list") String list) {
    return show(caller, channelService.get(list));
  }

  /** Numbers about a channel. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Numbers about a channel")
  @GET
  @Path("/{list}/metrics")
  public ApiResponse<ListMetrics> metrics(
      @Context Optional<Caller> caller, @PathParam("list") String list) {
    return ApiResponse.of(channelViews.statistics(channelService.get(list), caller));
  }

  /** The channel that a custom domain shows. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "The channel that a custom domain shows")
  @GET
  @Path("/domains/{domain}")
  public ApiResponse<ChannelView> getByDomain(
      @Context Optional<Caller> caller, @PathParam("domain") String domain) {
    return show(caller, channelService.getByDomain(domain));
  }

  /** Changes a channel; what is left out stays. */
  @Access(Access.Level.OWNER)
  @Operation(summary = "Changes a channel; what is left out stays")
  @PUT
  @Path("/{list}")
  public ApiResponse<ChannelView> update(
      @Context Caller caller, @PathParam("list") String list, ChannelRequest body) {
    return show(
        Optional.of(caller),
        channelService.update(caller, list, RequestBodies.require(body).input()));
  }

  /** Gives a channel a new address; the old one redirects for ever. */
  @Access(Access.Level.OWNER)
  @Operation(summary = "Gives a channel a new address; the old one redirects for ever")
  @PUT
  @Path("/{list}/slug")
  public ApiResponse<ChannelView> changeSlug(
      @Context Caller caller, @PathParam("list") String list, @QueryParam("slug") String slug) {
    return show(Optional.of(caller), channelService.changeSlug(caller, list, slug));
  }

  /** Merges a channel's options. */
  @Access(Access.Level.OWNER)
  @Operation(summary = "Merges a channel's options")
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
