package com.quaily.resource.account;

import com.quaily.model.Caller;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.account.AuthResource.LoginView;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.view.UserViews;
import com.quaily.service.account.EphemeralTokens;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;

/** Transfers a login to a custom domain. */
@Path("/auth/ephemeral")
public final class EphemeralTokenResource {

  private final EphemeralTokens ephemeralTokens;
  private final UserViews userViews;

  public EphemeralTokenResource(EphemeralTokens ephemeralTokens, UserViews userViews) {
    this.ephemeralTokens = ephemeralTokens;
    this.userViews = userViews;
  }

  @Access(Access.Level.ANY_CALLER)
  @Operation(summary = "Create a token that works once, within one minute, at this origin")
  @POST
  public ApiResponse<EphemeralTokenView> issue(
      @Context Caller caller, @QueryParam("origin") String origin) {
    return ApiResponse.of(new EphemeralTokenView(ephemeralTokens.issue(caller, origin)));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Exchange an ephemeral token for a session with its creator's permissions")
  @POST
  @Path("/exchange")
  @RateLimited(name = "ephemeral-exchange", perHour = 600, atOnce = 60)
  public ApiResponse<LoginView> exchange(
      @QueryParam("token") String token,
      @Parameter(hidden = true) @HeaderParam("Origin") String origin,
      @Parameter(hidden = true) @HeaderParam("User-Agent") String userAgent) {
    return ApiResponse.of(
        LoginView.of(ephemeralTokens.exchange(token, origin, userAgent), userViews));
  }

  /** An ephemeral token. */
  public record EphemeralTokenView(String ephemeralToken) {}
}
