package com.quaily.resource.account;

import jakarta.ws.rs.core.NewCookie;

/**
 * The cookie in which a browser keeps its session token, so that no script can read it. Only the
 * login endpoints of the site's own host get it, and no other site can make a browser send it.
 */
final class SessionCookie {

  static final String NAME = "quaily_session";

  /** A browser that wants the cookie says {@code cookie} here; other sites' forms cannot. */
  static final String REQUEST_HEADER = "X-Quaily-Session";

  private static final String PATH = "/api/auth";

  private SessionCookie() {}

  static boolean isWanted(String header) {
    return "cookie".equals(header);
  }

  /**
   * @param maxAgeSeconds 0 = the browser drops the cookie
   */
  static NewCookie of(String token, int maxAgeSeconds, boolean secure) {
    return new NewCookie.Builder(NAME)
        .value(token)
        .path(PATH)
        .maxAge(maxAgeSeconds)
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }
}
