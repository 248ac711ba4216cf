package com.quaily.service.analytics;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where a reader came from.
 *
 * @param source utm_source, else the referrer's host, else {@code direct}
 */
public record Origin(String source, String medium, String campaign) {

  private static final int LONGEST = 64;
  private static final int LONGEST_REFERRER = 2_000;

  /**
   * Built from the request. Invalid values are ignored, because the view counts anyway. Only the
   * host of the referring page is kept: its path might reveal private information.
   *
   * @param referrer a URL or a name; each may be null
   */
  public static Origin of(String source, String medium, String campaign, String referrer) {
    String named = clean(source);
    String from = named.isEmpty() ? host(referrer) : named;
    return new Origin(from.isEmpty() ? "direct" : from, clean(medium), clean(campaign));
  }

  private static String clean(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder kept = new StringBuilder();
    text.strip()
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
        .limit(LONGEST)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static String host(String referrer) {
    if (referrer == null || referrer.isBlank() || referrer.length() > LONGEST_REFERRER) {
      return "";
    }
    if (!referrer.contains("://")) {
      return clean(referrer);
    }
    try {
      String host = new URI(referrer.strip()).getHost();
      return host == null ? "" : clean(host.replaceFirst("^(?i)www\\.", ""));
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
