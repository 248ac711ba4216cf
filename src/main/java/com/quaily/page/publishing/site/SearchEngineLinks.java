package com.quaily.page.publishing.site;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Search engines follow a page's links to its translations and to its canonical address only when
 * they are whole URLs. A static site is written without knowing where it will stand, so those links
 * get the site's address when it is published; nothing has to be done when it is served.
 */
final class SearchEngineLinks {

  /** The head's element with {@code rel} before {@code href}, to a path from the root. */
  private static final Pattern LINK =
      Pattern.compile(
          "(<link\\s+rel=\"(?:canonical|alternate\"\\s+hreflang=\"[A-Za-z-]+)\"\\s+href=\")"
              + "(/(?!/)[^\"]*\")");

  private SearchEngineLinks() {}

  /**
   * The page with whole URLs in these links; everything else stays as it is, byte by byte.
   *
   * @param html in any encoding that extends ASCII
   * @param baseUrl of the site, without a slash at the end
   */
  static byte[] makeAbsolute(byte[] html, String baseUrl) {
    // One character a byte, so that whatever is not ours comes out as it went in.
    String page = new String(html, StandardCharsets.ISO_8859_1);
    Matcher links = LINK.matcher(page);
    return links
        .replaceAll("$1" + Matcher.quoteReplacement(baseUrl) + "$2")
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
