package com.quaily.page.publishing.site;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes links to translations and canonical URLs absolute. Search engines ignore relative ones, but
 * static sites are written without knowing their address. Doing this at publication leaves nothing
 * to do when pages are served.
 */
final class SearchEngineLinks {

  /** A head element with {@code rel} before {@code href} and a root-relative path. */
  private static final Pattern LINK =
      Pattern.compile(
          "(<link\\s+rel=\"(?:canonical|alternate\"\\s+hreflang=\"[A-Za-z-]+)\"\\s+href=\")"
              + "(/(?!/)[^\"]*\")");

  private SearchEngineLinks() {}

  /**
   * The page with absolute URLs in these links; every other byte stays the same.
   *
   * @param html in any encoding that extends ASCII
   * @param baseUrl of the site, without a trailing slash
   */
  static byte[] makeAbsolute(byte[] html, String baseUrl) {
    // One character per byte, so that unknown encodings survive.
    String page = new String(html, StandardCharsets.ISO_8859_1);
    Matcher links = LINK.matcher(page);
    return links
        .replaceAll("$1" + Matcher.quoteReplacement(baseUrl) + "$2")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
