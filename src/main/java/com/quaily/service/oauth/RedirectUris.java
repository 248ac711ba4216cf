package com.quaily.service.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** Which addresses a browser may be sent to with a code. */
final class RedirectUris {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Schemes that a browser acts on by itself; none can belong to an application. */
  private static final Set<String> REFUSED =
      Set.of(
          "about",
          "blob",
          "chrome",
          "data",
          "file",
          "filesystem",
          "ftp",
          "intent",
          "jar",
          "javascript",
          "livescript",
          "mailto",
          "resource",
          "sms",
          "tel",
          "vbscript",
          "view-source",
          "ws",
          "wss");

  private RedirectUris() {}

  /**
   * Whether codes can be sent there: an https URL, an http URL of the user's own machine (RFC 8252,
   * 7.3), or a URL with a scheme that a native application registered.
   */
  static boolean areSafe(String text) {
    try {
      URI uri = new URI(text);
      if (!uri.isAbsolute() || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
        return false;
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      return switch (scheme) {
        case "https" -> uri.getHost() != null;
        case "http" -> uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        default -> !REFUSED.contains(scheme);
      };
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
