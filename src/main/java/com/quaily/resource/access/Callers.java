package com.quaily.resource.access;

import com.quaily.model.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** The caller of a request as {@link AuthFilter} found them. */
final class Callers {

  private Callers() {}

  /** Empty when the request carried no token. */
  static Optional<Caller> of(SecurityContext security) {
    return security.getUserPrincipal() instanceof CallerPrincipal principal
        ? Optional.of(principal.caller())
        : Optional.empty();
  }

  /** A caller in the form that JAX-RS carries. */
  record CallerPrincipal(Caller caller) implements Principal {

    @Override
    public String getName() {
      return String.valueOf(caller.userId());
    }
  }

  /** The security of a request whose caller is known. */
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
