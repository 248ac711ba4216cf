package com.quaily.resource.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.quaily.model.Caller;
import com.quaily.model.account.LoginScene;
import com.quaily.model.account.Session;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.InvalidException;
import com.quaily.resource.access.Access;
import com.quaily.resource.access.Callers;
import com.quaily.resource.access.RateLimited;
import com.quaily.resource.api.ApiResponse;
import com.quaily.resource.api.RequestBodies;
import com.quaily.resource.view.UserView;
import com.quaily.resource.view.UserViews;
import com.quaily.service.account.AuthService;
import com.quaily.service.account.GoogleLogin;
import com.quaily.service.challenge.ChallengeProvider;
import com.quaily.service.challenge.ChallengeProvider.Action;
import com.quaily.service.challenge.ChallengeProvider.Solution;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;

/** Login and logout. */
@Path("/auth")
public final class AuthResource {

  private final AuthService authService;
  private final ChallengeProvider challengeProvider;
  private final GoogleLogin googleLogin;
  private final UserViews userViews;

  public AuthResource(
      AuthService authService,
      ChallengeProvider challengeProvider,
      GoogleLogin googleLogin,
      UserViews userViews) {
    this.authService = authService;
    this.challengeProvider = challengeProvider;
    this.googleLogin = googleLogin;
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
  @Operation(summary = "Exchange an emailed code or Google's response for a session token")
  @POST
  @Path("/login")
  @RateLimited(name = "auth-login", perHour = 300, atOnce = 60)
  public ApiResponse<LoginView> login(
      LoginRequest body, @HeaderParam("User-Agent") String userAgent) {
    LoginRequest request = RequestBodies.require(body);
    String method = request.method() == null ? "email_code" : request.method();
    return ApiResponse.of(
        LoginView.of(
            switch (method) {
              case "email_code" ->
                  authService.login(request.email(), request.code(), request.lang(), userAgent);
              case "google_oauth" ->
                  googleLogin.login(request.code(), request.state(), request.lang(), userAgent);
              default ->
                  throw new InvalidException(
                      ErrorCode.INVALID_FIELD, "method", "must be email_code or google_oauth");
            },
            userViews));
  }

  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Get the URL for logging in with Google")
  @POST
  @Path("/google/url")
  public ApiResponse<UrlView> googleUrl(@QueryParam("state") String state) {
    return ApiResponse.of(new UrlView(googleLogin.url(state)));
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Log out of the current session")
  @POST
  @Path("/logout")
  public ApiResponse<Void> logout(@Context SecurityContext security) {
    authService.logout(Callers.require(security));
    return ApiResponse.done();
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "List the caller's sessions, most recently used first")
  @GET
  @Path("/sessions")
  public ApiResponse<List<SessionView>> sessions(@Context SecurityContext security) {
    Caller caller = Callers.require(security);
    return ApiResponse.of(
        authService.sessions(caller).stream()
            .map(session -> SessionView.of(session, caller.credentialId()))
            .toList());
  }

  @Access(Access.Level.SESSION)
  @Operation(summary = "Revoke one of the caller's sessions")
  @DELETE
  @Path("/sessions/{id}")
  public ApiResponse<Void> endSession(@Context SecurityContext security, @PathParam("id") long id) {
    authService.endSession(Callers.require(security), id);
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
  public record LoginRequest(String method, String email, String code, String lang, String state) {}

  /** A successful login. */
  public record LoginView(UserView user, String accessToken) {

    static LoginView of(AuthService.Login login, UserViews userViews) {
      return new LoginView(userViews.own(login.user()), login.token());
    }
  }

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
