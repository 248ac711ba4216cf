package com.quaily.resource;

import com.quaily.model.Caller;
import com.quaily.model.ErrorCode;
import com.quaily.model.InvalidException;
import com.quaily.model.LoginScene;
import com.quaily.model.Session;
import com.quaily.resource.view.UserView;
import com.quaily.resource.view.UserViews;
import com.quaily.service.AuthService;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Instant;
import java.util.List;

/** Logging in and out. */
@Path("/auth")
public final class AuthResource {

  private final AuthService authService;
  private final UserViews userViews;

  public AuthResource(AuthService authService, UserViews userViews) {
    this.authService = authService;
    this.userViews = userViews;
  }

  /** Mails a code of six digits. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Mails a code of six digits")
  @POST
  @Path("/code")
  @RateLimited(name = "auth-code", perHour = 300, atOnce = 60)
  public Answer<Void> sendCode(CodeRequest body) {
    CodeRequest request = Bodies.require(body);
    authService.sendCode(request.email(), request.lang(), LoginScene.of(request.scene()));
    return Answer.done();
  }

  /** Exchanges a mailed code for a token. */
  @Access(Access.Level.ANYBODY)
  @Operation(summary = "Exchanges a mailed code for a token")
  @POST
  @Path("/login")
  @RateLimited(name = "auth-login", perHour = 300, atOnce = 60)
  public Answer<LoginView> login(LoginRequest body, @HeaderParam("User-Agent") String userAgent) {
    LoginRequest request = Bodies.require(body);
    if (request.method() != null && !request.method().equals("email_code")) {
      throw new InvalidException(
          ErrorCode.INVALID_FIELD, "method", "email_code is the one that is configured");
    }
    AuthService.Login login =
        authService.login(request.email(), request.code(), request.lang(), userAgent);
    return Answer.of(new LoginView(userViews.own(login.user()), login.token()));
  }

  /** Ends the session that is used. */
  @Access(Access.Level.SESSION)
  @Operation(summary = "Ends the session that is used")
  @POST
  @Path("/logout")
  public Answer<Void> logout(@Context SecurityContext security) {
    authService.logout(Callers.require(security));
    return Answer.done();
  }

  /** The caller's sessions, last used first. */
  @Access(Access.Level.SESSION)
  @Operation(summary = "The caller's sessions, last used first")
  @GET
  @Path("/sessions")
  public Answer<List<SessionView>> sessions(@Context SecurityContext security) {
    Caller caller = Callers.require(security);
    return Answer.of(
        authService.sessions(caller).stream()
            .map(session -> SessionView.of(session, caller.credentialId()))
            .toList());
  }

  /** Ends one of the caller's sessions. */
  @Access(Access.Level.SESSION)
  @Operation(summary = "Ends one of the caller's sessions")
  @DELETE
  @Path("/sessions/{id}")
  public Answer<Void> endSession(@Context SecurityContext security, @PathParam("id") long id) {
    authService.endSession(Callers.require(security), id);
    return Answer.done();
  }

  /**
   * Body of {@code POST /auth/code}.
   *
   * @param scene {@code login} or {@code replace_email}
   */
  public record CodeRequest(String email, String lang, String scene) {}

  /** Body of {@code POST /auth/login}. */
  public record LoginRequest(String method, String email, String code, String lang) {}

  /** A login that succeeded. */
  public record LoginView(UserView user, String accessToken) {}

  /**
   * A session of the caller.
   *
   * @param current whether it is the one that asks
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
