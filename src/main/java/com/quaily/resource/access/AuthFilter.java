package com.quaily.resource.access;

import com.quaily.model.Caller;
import com.quaily.model.LogKeys;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnauthorizedException;
import com.quaily.resource.access.Callers.CallerPrincipal;
import com.quaily.resource.access.Callers.CallerSecurity;
import com.quaily.service.account.AuthService;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * Authenticates requests. A request without a token is anonymous; an invalid token is always
 * rejected, so that its owner notices.
 */
@Priority(Priorities.AUTHENTICATION)
public final class AuthFilter implements ContainerRequestFilter {

  private static final String BEARER = "bearer ";

  private final AuthService authService;

  @Context private ResourceInfo resource;

  public AuthFilter(AuthService authService) {
    this.authService = authService;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (provesItselfOtherwise()) {
      return;
    }
    token(request)
        .ifPresent(
            token -> {
              Caller caller = authService.authenticate(token);
              MDC.put(LogKeys.USER, String.valueOf(caller.userId()));
              boolean secure = request.getSecurityContext().isSecure();
              request.setSecurityContext(new CallerSecurity(new CallerPrincipal(caller), secure));
            });
  }

  /**
   * Applications send their secret in the header that others use for their token; services have a
   * header of their own.
   */
  private boolean provesItselfOtherwise() {
    Access access = resource.getResourceMethod().getAnnotation(Access.class);
    return access != null
        && (access.value() == Access.Level.CLIENT || access.value() == Access.Level.SERVICE);
  }

  private static Optional<String> token(ContainerRequestContext request) {
    String key = request.getHeaderString("X-QUAIL-KEY");
    if (key != null && !key.isBlank()) {
      return Optional.of(key.strip());
    }
    String authorization = request.getHeaderString("Authorization");
    if (authorization == null || authorization.isBlank()) {
      return Optional.empty();
    }
    if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw new UnauthorizedException(
          ErrorCode.BAD_TOKEN, "The Authorization header must have the form “Bearer TOKEN”.");
    }
    String token = authorization.substring(BEARER.length()).strip();
    if (token.isEmpty()) {
      throw new UnauthorizedException(ErrorCode.BAD_TOKEN);
    }
    return Optional.of(token);
  }
}
