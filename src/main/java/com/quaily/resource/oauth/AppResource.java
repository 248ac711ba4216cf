package com.quaily.resource.oauth;

import com.quaily.model.oauth.OAuthApp;
import com.quaily.resource.access.Access;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.oauth.OAuthApps;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.UUID;

/** Public information about OAuth applications. */
@Path("/apps")
public final class AppResource {

  private final OAuthApps apps;

  public AppResource(OAuthApps apps) {
    this.apps = apps;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the public information about an application")
  @GET
  @Path("/{app}")
  public ApiResponse<AppView> get(@PathParam("app") String appId) {
    OAuthApp app = apps.find(appId);
    return ApiResponse.of(AppView.of(app, apps.redirectUri(app)));
  }

  /** An application. */
  public record AppView(
      long id,
      UUID appId,
      String name,
      String displayName,
      String redirectUri,
      String url,
      String avatarImageUrl,
      int status,
      boolean trusted,
      Instant createdAt,
      Instant updatedAt) {

    static AppView of(OAuthApp app, String redirectUri) {
      return new AppView(
          app.id(),
          app.appId(),
          app.name(),
          app.displayName(),
          redirectUri,
          app.url(),
          app.avatarImageUrl(),
          app.status(),
          app.trusted(),
          app.createdAt(),
          app.updatedAt());
    }
  }
}
