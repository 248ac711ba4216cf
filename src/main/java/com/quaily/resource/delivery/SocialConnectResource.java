package com.quaily.resource.delivery;

import com.quaily.model.Caller;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.service.delivery.social.SocialConnect;
import com.quaily.service.delivery.social.SocialConnect.Connected;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** Connects accounts of X and Slack by OAuth. */
@Path("/{service}")
public final class SocialConnectResource {

  private final SocialConnect connect;

  public SocialConnectResource(SocialConnect connect) {
    this.connect = connect;
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Get the address where the owner of the channel list connects an account")
  @GET
  @Path("/authorize")
  public ApiResponse<AddressView> authorize(
      @Context Caller caller,
      @PathParam("service") String service,
      @QueryParam("list") String list) {
    return ApiResponse.of(
        new AddressView(connect.authorizationUrl(caller, list == null ? "" : list, service)));
  }

  @Access(Access.Level.SESSION)
  @RateLimited(name = "social-connect", perHour = 60, atOnce = 20)
  @Operation(summary = "Complete a connection with the code and state that the service returned")
  @POST
  @Path("/connect")
  public ApiResponse<ConnectedView> connect(
      @Context Caller caller, @PathParam("service") String service, ConnectRequest body) {
    ConnectRequest given = RequestBodies.require(body);
    Connected connected = connect.connect(caller, service, given.code(), given.state());
    return ApiResponse.of(new ConnectedView(connected.channel(), connected.service().wireName()));
  }

  /** Where to send the browser. */
  public record AddressView(String url) {}

  /** Body of {@code POST /:service/connect}. */
  public record ConnectRequest(String code, String state) {}

  /**
   * What was connected.
   *
   * @param list the channel's slug
   */
  public record ConnectedView(String list, String service) {}
}
