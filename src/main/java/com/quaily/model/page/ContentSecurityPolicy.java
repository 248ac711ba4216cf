package com.quaily.model.page;

import com.quaily.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The content security policy of a page: its own origin, scripts also from trusted origins, images
 * from anywhere, embeds from the known players, and only those inline styles whose hashes match the
 * stored page. Inline scripts never run, whatever a stored page contains.
 */
public final class ContentSecurityPolicy {

  private static final List<String> EMBEDS =
      List.of(
          "https://www.youtube-nocookie.com",
          "https://player.bilibili.com",
          "https://platform.twitter.com",
          "https://s.tradingview.com",
          "https://www.tradingview-widget.com",
          "https://open.spotify.com",
          "https://www.podbean.com");

  private static final String SCRIPT = "script";
  private static final String STYLE = "style";

  /**
   * For the frame in which diagrams are drawn: the drawing library writes style attributes and
   * elements. The frame is sandboxed without an origin, loads only our scripts, and can be embedded
   * only by our own pages.
   */
  public static final String OF_DIAGRAMS =
      "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:"
          + "; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  /** For the viewer of the API description: Swagger UI sets styles on elements. */
  public static final String OF_API_DOCS =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri"
          + " 'none'";

  private final String trusted;
  private final String beforeFrames;

  public ContentSecurityPolicy(List<String> trustedOrigins) {
    this.trusted = sources(trustedOrigins);
    this.beforeFrames =
        "; img-src 'self' https: data:; media-src 'self' https:; font-src 'self'"
            + "; connect-src 'self'"
            + trusted
            + "; manifest-src 'self'; worker-src 'self'; base-uri 'self'; form-action 'self'"
            + trusted
            + "; frame-src 'self'"
            + sources(EMBEDS);
  }

  private static String sources(List<String> origins) {
    return origins.stream().map(origin -> " " + origin).collect(Collectors.joining());
  }

  /**
   * The header's value.
   *
   * @param html the page's bytes in UTF-8
   * @param mayBeFramed whether any site can embed the page in a frame
   * @param more further origins whose scripts and frames this page can load
   */
  public String of(byte[] html, boolean mayBeFramed, List<String> more) {
    // One character per byte: positions remain byte positions, and tags are ASCII.
    String text = new String(html, StandardCharsets.ISO_8859_1);
    Set<String> styles = new LinkedHashSet<>();
    collect(text, styles);
    return "default-src 'none'; script-src 'self'"
        + trusted
        + sources(more)
        + "; style-src 'self'"
        + String.join("", styles)
        + beforeFrames
        + sources(more)
        + "; frame-ancestors "
        + (mayBeFramed ? "*" : "'none'");
  }

  /**
   * The policy of a page that the API answers to one reader: it loads nothing but our scripts and
   * images, and posts forms only here.
   *
   * @param html the page, whose inline styles are allowed
   */
  public static String ofMessage(String html) {
    Set<String> styles = new LinkedHashSet<>();
    String text = new String(html.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    collect(text, styles);
    return "default-src 'none'; img-src 'self' https: data:; media-src 'self' https:"
        + "; script-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
        + "; style-src 'self'"
        + String.join("", styles);
  }

  /** Adds the hashes of all inline styles; what looks like one inside a script is none. */
  private static void collect(String text, Set<String> styles) {
    int at = nextTag(text, 0);
    while (at >= 0) {
      if (isElement(text, at, SCRIPT)) {
        at = takeBlock(text, at, SCRIPT, new LinkedHashSet<>());
      } else if (isElement(text, at, STYLE)) {
        at = takeBlock(text, at, STYLE, styles);
      } else {
        at = nextTag(text, at + 1);
      }
    }
  }

  /** The next tag that may be a style or script; every page that is not in memory is searched. */
  private static int nextTag(String text, int from) {
    int at = text.indexOf('<', from);
    while (at >= 0 && (at + 1 == text.length() || (text.charAt(at + 1) | 0x20) != 's')) {
      at = text.indexOf('<', at + 1);
    }
    return at;
  }

  /** Whether the tag's whole name matches: {@code <styled>} is not {@code <style>}. */
  private static boolean isElement(String text, int at, String element) {
    int end = at + 1 + element.length();
    return end < text.length()
        && text.regionMatches(true, at + 1, element, 0, element.length())
        && (text.charAt(end) == '>' || Character.isWhitespace(text.charAt(end)));
  }

  /**
   * Adds the source of the block that starts here.
   *
   * @return the next tag after the block, or -1
   */
  private static int takeBlock(String text, int at, String element, Set<String> sources) {
    int tagEnd = text.indexOf('>', at);
    int close = tagEnd < 0 ? -1 : closingTag(text, element, tagEnd);
    if (close < 0) {
      return -1;
    }
    if (element.equals(STYLE)) {
      sources.add(
          " 'sha256-"
              + Sha256.base64(
                  text.substring(tagEnd + 1, close).getBytes(StandardCharsets.ISO_8859_1))
              + "'");
    }
    return nextTag(text, close);
  }

  private static int closingTag(String text, String element, int from) {
    int at = text.indexOf("</", from);
    while (at >= 0 && !text.regionMatches(true, at + 2, element, 0, element.length())) {
      at = text.indexOf("</", at + 2);
    }
    return at;
  }
}
