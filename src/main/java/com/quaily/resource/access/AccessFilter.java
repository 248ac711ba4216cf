package com.quaily.resource.access;

import com.quaily.model.Caller;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.ForbiddenException;
import com.quaily.model.error.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks the caller's kind of token and scopes against {@link Access}. */
@Priority(Priorities.AUTHORIZATION)
public final class AccessFilter implements ContainerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Access access = resource.getResourceMethod().getAnnotation(Access.class);
    if (access == null) {
      requireGenerated(request);
      return;
    }
    if (isOpen(access.value())) {
      return;
    }
    Caller caller =
        Callers.of(request.getSecurityContext())
            .orElseThrow(() -> new UnauthorizedException(ErrorCode.AUTHENTICATION_REQUIRED));
    if (needsSession(access.value())) {
      requireSession(caller);
    } else if (access.value() == Access.Level.APPLICATION && caller.kind() != Caller.Kind.OAUTH) {
      throw new ForbiddenException(
          ErrorCode.FORBIDDEN, "This endpoint requires an OAuth access token.");
    } else if (!caller.may(access.scope())) {
      throw new ForbiddenException(
          ErrorCode.SCOPE_MISSING, "The application lacks the scope " + access.scope().wireName());
    }
  }

  /** Only Jersey's own answers to OPTIONS may be without {@link Access}. */
  private void requireGenerated(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    boolean written =
        Arrays.stream(method.getAnnotations())
            .anyMatch(it -> it.annotationType().isAnnotationPresent(HttpMethod.class));
    if (written || !request.getMethod().equals(HttpMethod.OPTIONS)) {
      LOG.error("{} has no @Access, so that nobody may call it", method);
      throw new ForbiddenException(
          ErrorCode.FORBIDDEN, "The program does not say who may call this.");
    }
  }

  private static boolean isOpen(Access.Level level) {
    return switch (level) {
      case ANYBODY, CLIENT, SERVICE -> true;
      default -> false;
    };
  }

  private static boolean needsSession(Access.Level level) {
    return switch (level) {
      case SESSION, OPERATOR, OWNER_SESSION -> true;
      default -> false;
    };
  }

  private static void requireSession(Caller caller) {
    if (caller.kind() != Caller.Kind.SESSION) {
      throw new ForbiddenException(
          ErrorCode.FORBIDDEN,
          "This endpoint requires a login session; API keys and OAuth tokens are not accepted.");
    }
  }
}
