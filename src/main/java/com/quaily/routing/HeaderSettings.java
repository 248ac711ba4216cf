package com.quaily.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be chosen about the headers of pages.
 *
 * @param pageCacheControl {@code Cache-Control} of everything that can change
 * @param strictTransport how long browsers shall insist on TLS; empty when this site is not served
 *     over TLS
 * @param trustedOrigins origins besides the page's own that its scripts and forms may talk to, such
 *     as {@code https://api.quaily.example}
 */
public record HeaderSettings(
    String pageCacheControl, Optional<Duration> strictTransport, List<String> trustedOrigins) {

  public HeaderSettings {
    trustedOrigins = List.copyOf(trustedOrigins);
  }

  public static HeaderSettings defaults() {
    return new HeaderSettings(
        "public, max-age=0, s-maxage=60, stale-while-revalidate=600", Optional.empty(), List.of());
  }
}
