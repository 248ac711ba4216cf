package com.quaily.resource.account;

import com.quaily.model.Caller;
import com.quaily.model.account.User;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.ChannelView;
import com.quaily.resource.view.ChannelViews;
import com.quaily.resource.view.UserView;
import com.quaily.resource.view.UserViews;
import com.quaily.service.account.EmailChanges;
import com.quaily.service.account.UserService;
import com.quaily.service.account.UserService.Profile;
import com.quaily.service.channel.ChannelService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users. */
@Path("/users")
public final class UserResource {

  private final UserService userService;
  private final EmailChanges emailChanges;
  private final ChannelService channelService;
  private final UserViews userViews;
  private final ChannelViews channelViews;

  public UserResource(
      UserService userService,
      EmailChanges emailChanges,
      ChannelService channelService,
      UserViews userViews,
      ChannelViews channelViews) {
    this.userService = userService;
    this.emailChanges = emailChanges;
    this.channelService = channelService;
    this.userViews = userViews;
    this.channelViews = channelViews;
  }

  @Access(value = Access.Level.ANY_CALLER, scope = Scope.USER_PUBLIC)
  @Operation(summary = "Get the caller's profile")
  @GET
  @Path("/me")
  public ApiResponse<UserView> me(@Context Caller caller) {
    User user = userService.get(caller.userId());
    return ApiResponse.of(caller.may(Scope.USER_FULL) ? userViews.own(user) : userViews.open(user));
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Update the caller's profile")
  @PUT
  @Path("/me")
  public ApiResponse<UserView> update(@Context Caller caller, ProfileRequest body) {
    ProfileRequest request = RequestBodies.require(body);
    return ApiResponse.of(
        userViews.own(
            userService.updateProfile(
                caller.userId(),
                new Profile(
                    request.name(),
                    request.bio(),
                    request.tagline(),
                    request.avatarImageUrl(),
                    request.socialIds()))));
  }

  @Access(Access.Level.SESSION)
  @Operation(
      summary = "Change the caller's email address, confirmed by a code sent to the new address",
      description =
          "The address is the login. The session must have begun with a login within the last ten"
              + " minutes; otherwise `current_code` must be a code with the scene `current_email`,"
              + " sent to the current address. Other sessions end. The old address gets a link that"
              + " restores it within seven days.")
  @PUT
  @Path("/me/email")
  public ApiResponse<UserView> changeEmail(@Context Caller caller, EmailRequest body) {
    EmailRequest request = RequestBodies.require(body);
    return ApiResponse.of(
        userViews.own(
            emailChanges.change(
                caller,
                new EmailChanges.Request(request.email(), request.code(), request.currentCode()))));
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Merge options into the caller's options")
  @PUT
  @Path("/me/options")
  public ApiResponse<UserView> mergeOptions(@Context Caller caller, OptionsRequest body) {
    return ApiResponse.of(
        userViews.own(
            userService.mergeOptions(caller.userId(), RequestBodies.require(body).options())));
  }

  /** A user. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the profile of a user who writes, comments, replies or reacts")
  @GET
  @Path("/{id}")
  public ApiResponse<UserView> get(@Context Optional<Caller> caller, @PathParam("id") long id) {
    return ApiResponse.of(userViews.open(userService.getShown(caller, id)));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "List the channels that a user writes for")
  @GET
  @Path("/{id}/lists")
  public ApiResponse<List<ChannelView>> channels(
      @Context Optional<Caller> caller, @PathParam("id") long id) {
    return ApiResponse.of(
        channelService.listByWriter(userService.getShown(caller, id).id()).stream()
            .map(channel -> channelViews.whole(channel, caller))
            .toList());
  }

  /** Body of {@code PUT /users/me}; omitted fields keep their values. */
  public record ProfileRequest(
      String name,
      String bio,
      String tagline,
      String avatarImageUrl,
      List<Map<String, String>> socialIds) {}

  /**
   * Body of {@code PUT /users/me/email}.
   *
   * @param currentCode sent to the current address; needed when the login is older than ten minutes
   */
  public record EmailRequest(String email, String code, String currentCode) {}

  /** Body of {@code PUT …/options}. */
  public record OptionsRequest(Map<String, Object> options) {}
}
