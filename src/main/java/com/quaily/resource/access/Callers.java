package com.quaily.resource.access;

import com.quaily.model.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** The authenticated caller of a request, as set by {@link AuthFilter}. */
final class Callers {

  private Callers() {}

  /** Empty when the request had no token. */
  static Optional<Caller> of(SecurityContext security) {
    return security.getUserPrincipal() instanceof CallerPrincipal principal
        ? Optional.of(principal.caller())
        : Optional.empty();
  }

  /** A caller as a JAX-RS principal. */
  record CallerPrincipal(Caller caller) implements Principal {

    @Override
    public String getName() {
      return String.valueOf(caller.userId());
    }
  }

  /** The security context of an authenticated request. */
  record CallerSecurity(Principal principal, boolean secure) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
      return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
      return false;
    }

    @Override
    public boolean isSecure() {
      return secure;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }
}
