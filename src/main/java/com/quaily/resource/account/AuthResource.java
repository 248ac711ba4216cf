package com.quaily.resource.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.quaily.model.Caller;
import com.quaily.model.account.LoginScene;
import com.quaily.model.account.Session;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.UserView;
import com.quaily.resource.view.UserViews;
import com.quaily.service.account.AccessTokens;
import com.quaily.service.account.AuthService;
import com.quaily.service.account.AuthService.Login;
import com.quaily.service.account.GoogleLogin;
import com.quaily.service.account.LoginLinks;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.challenge.ChallengeProvider.Action;
import com.quaily.service.challenge.ChallengeProvider.Solution;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Login and logout. */
@Path("/auth")
public final class AuthResource {

  private final AuthService authService;
  private final ChallengeProvider challengeProvider;
  private final GoogleLogin googleLogin;
  private final LoginLinks loginLinks;
  private final AccessTokens accessTokens;
  private final UserViews userViews;

  public AuthResource(
      AuthService authService,
      ChallengeProvider challengeProvider,
      GoogleLogin googleLogin,
      LoginLinks loginLinks,
      AccessTokens accessTokens,
      UserViews userViews) {
    this.authService = authService;
    this.challengeProvider = challengeProvider;
    this.googleLogin = googleLogin;
    this.loginLinks = loginLinks;
    this.accessTokens = accessTokens;
    this.userViews = userViews;
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Email a six-digit login code")
  @POST
  @Path("/code")
  @RateLimited(name = "auth-code", perHour = 300, atOnce = 60)
  public ApiResponse<Void> sendCode(CodeRequest body, @Context HttpServletRequest http) {
    CodeRequest request = RequestBodies.require(body);
    challengeProvider.verify(
        new Solution(Action.REQUEST_AUTH_CODE, request.challengeToken(), http.getRemoteAddr()));
    authService.sendCode(request.email(), request.lang(), LoginScene.of(request.scene()));
    return ApiResponse.done();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(
      summary = "Log in with an emailed code, a login link, or Google's response",
      description =
          "With the header `X-Quaily-Session: cookie` the session token goes into an http-only"
              + " cookie of this host, and `access_token` is valid for `expires_in` seconds.",
      responses =
          @io.swagger.v3.oas.annotations.responses.ApiResponse(
              responseCode = "200",
              content = @Content(schema = @Schema(implementation = LoginAnswer.class))))
  @POST
  @Path("/login")
  @RateLimited(name = "auth-login", perHour = 300, atOnce = 60)
  public Response login(
      LoginRequest body,
      @HeaderParam("User-Agent") String userAgent,
      @HeaderParam(SessionCookie.REQUEST_HEADER) String session,
      @Context UriInfo uri) {
    LoginRequest request = RequestBodies.require(body);
    String method = request.method() == null ? "email_code" : request.method();
    Login login =
        switch (method) {
          case "email_code" ->
              authService.login(request.email(), request.code(), request.lang(), userAgent);
          case "google_oauth" ->
              googleLogin.login(request.code(), request.state(), request.lang(), userAgent);
          case "link" -> loginLinks.login(request.token(), userAgent);
          default ->
              throw new InvalidException(
                  ErrorCode.INVALID_FIELD, "method", "must be email_code, google_oauth or link");
        };
    return SessionCookie.isWanted(session)
        ? withCookie(login, uri)
        : Response.ok(ApiResponse.of(LoginView.of(login, userViews))).build();
  }

  @Access(Access.Level.ANYBODY)
  @Operation(
      summary = "Get a new access token for the session in the cookie",
      description =
          "Needs the cookie that a login set, and the header `X-Quaily-Session: cookie`. `data` is"
              + " null when the browser has no session.",
      responses =
          @io.swagger.v3.oas.annotations.responses.ApiResponse(
              responseCode = "200",
              content = @Content(schema = @Schema(implementation = RefreshAnswer.class))))
  @POST
  @Path("/refresh")
  @RateLimited(name = "auth-refresh", perHour = 3_000, atOnce = 300)
  public Response refresh(
      @CookieParam(SessionCookie.NAME) String token,
      @HeaderParam(SessionCookie.REQUEST_HEADER) String session,
      @Context UriInfo uri) {
    return authService
        .continueSession(SessionCookie.isWanted(session) ? token : null)
        .map(login -> withCookie(login, uri))
        .orElseGet(() -> Response.ok(ApiResponse.done()).build());
  }

  private Response withCookie(Login login, UriInfo uri) {
    return Response.ok(
            ApiResponse.of(
                new LoginView(
                    userViews.own(login.user()),
                    accessTokens.issue(login.sessionId()),
                    AccessTokens.VALIDITY.toSeconds())))
        .cookie(
            SessionCookie.of(
                login.token(), (int) AuthService.SESSION_VALIDITY.toSeconds(), isSecure(uri)))
        .build();
  }

  private static boolean isSecure(UriInfo uri) {
    return "https".equals(uri.getRequestUri().getScheme());
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the URL for logging in with Google")
  @POST
  @Path("/google/url")
  public ApiResponse<UrlView> googleUrl(@QueryParam("state") String state) {
    return ApiResponse.of(new UrlView(googleLogin.url(state)));
  }

  @Access(Access.Level.SESSION)
  @Operation(
      summary = "Log out of the current session",
      responses =
          @io.swagger.v3.oas.annotations.responses.ApiResponse(
              responseCode = "200",
              content = @Content(schema = @Schema(ref = "#/components/schemas/ApiResponseOfVoid"))))
  @POST
  @Path("/logout")
  public Response logout(@Context Caller caller, @Context UriInfo uri) {
    authService.logout(caller);
    return Response.ok(ApiResponse.done()).cookie(SessionCookie.of("", 0, isSecure(uri))).build();
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "List the caller's sessions, most recently used first")
  @GET
  @Path("/sessions")
  public ApiResponse<List<SessionView>> sessions(@Context Caller caller) {
    return ApiResponse.of(
        authService.sessions(caller).stream()
            .map(session -> SessionView.of(session, caller.credentialId()))
            .toList());
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Revoke one of the caller's sessions")
  @DELETE
  @Path("/sessions/{id}")
  public ApiResponse<Void> endSession(@Context Caller caller, @PathParam("id") long id) {
    authService.endSession(caller, id);
    return ApiResponse.done();
  }

  /**
   * Body of {@code POST /auth/code}.
   *
   * @param scene {@code login} or {@code replace_email}
   * @param challengeToken the solved challenge, if a provider is configured
   */
  public record CodeRequest(
      String email,
      String lang,
      String scene,
      @JsonProperty("challenge-token") String challengeToken) {}

  /**
   * Body of {@code POST /auth/login}.
   *
   * @param method {@code email_code}, with the address and the emailed code, or {@code
   *     google_oauth}, with the code and state from Google
   */
  public record LoginRequest(
      String method, String email, String code, String lang, String state, String token) {}

  /**
   * A successful login.
   *
   * @param expiresIn seconds for which the access token is valid; null when it lasts as long as the
   *     session
   */
  public record LoginView(UserView user, String accessToken, @Nullable Long expiresIn) {

    static LoginView of(Login login, UserViews userViews) {
      return new LoginView(userViews.own(login.user()), login.token(), null);
    }
  }

  /** The response body of a login. */
  public record LoginAnswer(LoginView data, long ts) {}

  /**
   * The response body of a renewal.
   *
   * @param data null when the browser has no session
   */
  public record RefreshAnswer(@Nullable LoginView data, long ts) {}

  /** A URL to open. */
  public record UrlView(String url) {}

  /**
   * A session of the caller.
   *
   * @param current whether it is the session of this request
   */
  public record SessionView(
      long id,
      String userAgent,
      boolean current,
      Instant createdAt,
      Instant lastUsedAt,
      Instant expiresAt) {

    static SessionView of(Session session, long currentId) {
      return new SessionView(
          session.id(),
          session.userAgent(),
          session.id() == currentId,
          session.createdAt(),
          session.lastUsedAt(),
          session.expiresAt());
    }
  }
}
