package com.quaily.resource.oauth;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.quaily.model.Caller;
import com.quaily.model.oauth.NewOAuthApp;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.oauth.AppResource.AppView;
import com.quaily.service.oauth.OAuthApps;
import com.quaily.service.oauth.OAuthApps.NewApp;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;

/** The OAuth applications that a user registered. */
@Path("/users/me/apps")
public final class OwnAppResource {

  private final OAuthApps apps;

  public OwnAppResource(OAuthApps apps) {
    this.apps = apps;
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "List the applications that the caller registered, newest first")
  @GET
  public ApiResponse<List<AppView>> list(@Context Caller caller) {
    return ApiResponse.of(
        apps.list(caller).stream().map(app -> AppView.of(app, apps.redirectUri(app))).toList());
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Register an application; its secret is only in this response")
  @POST
  public ApiResponse<NewAppView> register(@Context Caller caller, AppRequest body) {
    NewApp created = apps.registerOwn(caller, RequestBodies.require(body).app(caller));
    return ApiResponse.of(
        new NewAppView(
            AppView.of(created.app(), apps.redirectUri(created.app())), created.secret()));
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Delete one of the caller's applications; all its tokens end")
  @DELETE
  @Path("/{app}")
  public ApiResponse<Void> delete(@Context Caller caller, @PathParam("app") String appId) {
    apps.delete(caller, appId);
    return ApiResponse.done();
  }

  /**
   * A new application.
   *
   * @param redirectUri absolute, without a fragment
   * @param url its home page
   * @param confidential whether it can keep a secret, as a program on a server can
   */
  public record AppRequest(
      String name, String displayName, String redirectUri, String url, boolean confidential) {

    NewOAuthApp app(Caller caller) {
      String shown = displayName == null || displayName.isBlank() ? name : displayName;
      return new NewOAuthApp(caller.userId(), name, shown, redirectUri, url, false, confidential);
    }
  }

  /**
   * A registered application.
   *
   * @param secret empty for an application that is not confidential
   */
  public record NewAppView(@JsonUnwrapped AppView app, String secret) {}
}
