package com.quaily.resource.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.quaily.model.Caller;
import com.quaily.model.account.User;
import com.quaily.model.oauth.OAuthApp;
import com.quaily.model.oauth.Scope;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.AnsweredAsOAuth;
import com.quaily.resource.api.ApiResponse;
import com.quaily.service.account.UserService;
import com.quaily.service.oauth.OAuthApps;
import com.quaily.service.oauth.OAuthConsents;
import com.quaily.service.oauth.OAuthConsents.Consent;
import com.quaily.service.oauth.OAuthConsents.Terms;
import com.quaily.service.oauth.OAuthTokens;
import com.quaily.service.oauth.OAuthTokens.TokenPair;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** OAuth 2.0 endpoints. */
@Path("/oauth")
public final class OAuthResource {

  private final OAuthApps apps;
  private final OAuthConsents consents;
  private final OAuthTokens tokens;
  private final UserService userService;

  public OAuthResource(
      OAuthApps apps, OAuthConsents consents, OAuthTokens tokens, UserService userService) {
    this.apps = apps;
    this.consents = consents;
    this.tokens = tokens;
    this.userService = userService;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get what an application requests, before the user consents")
  @GET
  @Path("/request")
  public ApiResponse<RequestView> request(@BeanParam ConsentParams params) {
    Terms terms = consents.check(params.request());
    return ApiResponse.of(
        new RequestView(terms.app().appId(), terms.redirectUri(), terms.scopes(), params.state()));
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Record the caller's consent to an application's request")
  @GET
  @Path("/authorize")
  public ApiResponse<ConsentView> authorize(
      @Context Caller caller, @BeanParam ConsentParams params) {
    Consent consent = consents.give(caller, params.request());
    return ApiResponse.of(
        new ConsentView(
            consent.app().appId(),
            consent.redirectUri(),
            consent.url(),
            consent.code(),
            params.state()));
  }

  @Access(Access.Level.CLIENT)
  @Operation(summary = "Exchange a code or a refresh token for tokens; plain JSON as in RFC 6749")
  @POST
  @Path("/token")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  @AnsweredAsOAuth
  @RateLimited(name = "oauth-token", perHour = 3_600, atOnce = 120)
  public TokenView token(@BeanParam TokenForm form) {
    TokenPair pair = tokens.exchange(form.request());
    return new TokenView(
        pair.accessToken(),
        "Bearer",
        pair.refreshToken(),
        pair.validity().toSeconds(),
        pair.expiresAt(),
        String.join(" ", pair.scopes()));
  }

  @Access(value = Access.Level.APPLICATION, scope = Scope.USER_PUBLIC)
  @Operation(
      summary =
          "Get the user that the application acts for; plain JSON with an id specific to this"
              + " application")
  @GET
  @Path("/userinfo")
  @Produces(MediaType.APPLICATION_JSON)
  @AnsweredAsOAuth
  public UserInfoView userInfo(@Context Caller caller) {
    OAuthApp app = apps.of(caller);
    User user = userService.get(caller.userId());
    boolean whole = caller.may(Scope.USER_FULL);
    return new UserInfoView(
        apps.subject(app, user),
        user.uuid(),
        user.name(),
        user.avatarImageUrl(),
        whole ? user.language().tag() : null,
        whole ? user.email() : null,
        whole ? Boolean.TRUE : null);
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "List the applications that the caller allowed something, last used first")
  @GET
  @Path("/grants")
  public ApiResponse<List<GrantView>> grants(@Context Caller caller) {
    return ApiResponse.of(apps.granted(caller).stream().map(GrantView::of).toList());
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Revoke the caller's consent to an application")
  @DELETE
  @Path("/apps/{app}")
  public ApiResponse<Void> revoke(@Context Caller caller, @PathParam("app") String appId) {
    apps.revoke(caller, appId);
    return ApiResponse.done();
  }

  /**
   * A valid authorization request.
   *
   * @param scopes each once; never empty
   */
  public record RequestView(
      UUID clientId, String redirectUri, List<String> scopes, @Nullable String state) {}

  /**
   * A consent.
   *
   * @param url where to redirect the browser, with the code
   * @param code works once, for ten minutes
   */
  public record ConsentView(
      UUID clientId, String redirectUri, String url, String code, @Nullable String state) {}

  /**
   * Tokens.
   *
   * @param expiresIn lifetime of the access token in seconds
   * @param expiry when it expires
   */
  public record TokenView(
      String accessToken,
      String tokenType,
      String refreshToken,
      long expiresIn,
      Instant expiry,
      String scope) {}

  /**
   * OpenID Connect claims.
   *
   * @param sub always the same for this application and different for others
   * @param locale only with user.full; otherwise omitted, as are the address and its verification
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record UserInfoView(
      String sub,
      UUID uuid,
      String name,
      String picture,
      @Nullable String locale,
      @Nullable String email,
      @Nullable Boolean emailVerified) {}
}
