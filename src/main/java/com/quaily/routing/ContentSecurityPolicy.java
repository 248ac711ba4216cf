package com.quaily.routing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The policy of a page: everything from its own origin, pictures from anywhere, embeds from the
 * known players, and inline styles and scripts only if they are exactly those that were stored,
 * which their hashes say.
 */
final class ContentSecurityPolicy {

  private static final List<String> EMBEDS =
      List.of(
          "https://www.youtube-nocookie.com",
          "https://player.bilibili.com",
          "https://platform.twitter.com",
          "https://s.tradingview.com",
          "https://www.tradingview-widget.com",
          "https://open.spotify.com",
          "https://www.podbean.com");

  /** Script types that browsers run; all others are data, to which the policy does not apply. */
  private static final Set<String> RUNNABLE =
      Set.of(
          "",
          "module",
          "text/javascript",
          "application/javascript",
          "importmap",
          "speculationrules");

  /**
   * For the frame in which diagrams are drawn: the drawing library writes style attributes and
   * elements. It has no origin of its own (the frame is sandboxed), loads nothing but our scripts,
   * and only our own pages may show it.
   */
  static final String OF_DIAGRAMS =
      "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:"
          + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  private final String beforeFrames;

  ContentSecurityPolicy(List<String> trustedOrigins) {
    String trusted = trustedOrigins.isEmpty() ? "" : " " + String.join(" ", trustedOrigins);
    this.beforeFrames =
        "; img-src 'self' https: data:; media-src 'self' https:; font-src 'self'"
            + "; connect-src 'self'"
            + trusted
            + "; manifest-src 'self'; worker-src 'self'; frame-src 'self' "
            + String.join(" ", EMBEDS)
            + "; base-uri 'self'; form-action 'self'"
            + trusted
            + "; frame-ancestors ";
  }

  /**
   * The header's value.
   *
   * @param html the page's bytes in UTF-8
   * @param mayBeFramed whether any site may show the page in a frame
   */
  String of(byte[] html, boolean mayBeFramed) {
    // One character a byte: positions stay those of the bytes, and tags are ASCII anyway.
    String text = new String(html, StandardCharsets.ISO_8859_1);
    String lower = text.toLowerCase(Locale.ROOT);
    return "default-src 'none'; script-src 'self'"
        + hashes(text, lower, "script")
        + "; style-src 'self'"
        + hashes(text, lower, "style")
        + beforeFrames
        + (mayBeFramed ? "*" : "'none'");
  }

  private static String hashes(String text, String lower, String element) {
    Set<String> sources = new LinkedHashSet<>();
    String opening = "<" + element;
    int at = lower.indexOf(opening);
    while (at >= 0) {
      int tagEnd = lower.indexOf('>', at);
      int close = tagEnd < 0 ? -1 : lower.indexOf("</" + element, tagEnd);
      if (close < 0) {
        break;
      }
      String attributes = lower.substring(at + opening.length(), tagEnd);
      if (isTag(attributes) && appliesTo(element, attributes)) {
        sources.add(" 'sha256-" + sha256(text.substring(tagEnd + 1, close)) + "'");
      }
      at = lower.indexOf(opening, close);
    }
    return String.join("", sources);
  }

  /** Whether the name ended where it should: {@code <styled>} is not {@code <style>}. */
  private static boolean isTag(String attributes) {
    return attributes.isEmpty() || Character.isWhitespace(attributes.charAt(0));
  }

  private static boolean appliesTo(String element, String attributes) {
    if (element.equals("style")) {
      return true;
    }
    return !attributes.contains(" src=") && RUNNABLE.contains(type(attributes));
  }

  private static String type(String attributes) {
    int at = attributes.indexOf(" type=");
    if (at < 0) {
      return "";
    }
    String rest = attributes.substring(at + " type=".length());
    char quote = rest.isEmpty() ? ' ' : rest.charAt(0);
    boolean quoted = quote == '"' || quote == '\'';
    int end = quoted ? rest.indexOf(quote, 1) : rest.indexOf(' ');
    return rest.substring(quoted ? 1 : 0, end < 0 ? rest.length() : end);
  }

  private static String sha256(String content) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(content.getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
