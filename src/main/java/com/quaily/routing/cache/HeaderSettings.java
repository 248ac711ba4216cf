package com.quaily.routing.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be chosen about the headers of pages.
 *
 * @param pageCacheControl {@code Cache-Control} of everything that can change
 * @param strictTransport how long browsers shall insist on TLS; empty when this site is not served
 *     over TLS
 * @param trustedOrigins origins besides the page's own whose scripts it may load and that its
 *     scripts and forms may talk to: the site's own, which channels on other domains need
 * @param challengeOrigins origins of the challenge's provider, whose scripts and frames the page
 *     may load on which people log in; empty when there is none
 */
public record HeaderSettings(
    String pageCacheControl,
    Optional<Duration> strictTransport,
    List<String> trustedOrigins,
    List<String> challengeOrigins) {

  public HeaderSettings {
    trustedOrigins = List.copyOf(trustedOrigins);
    challengeOrigins = List.copyOf(challengeOrigins);
  }

  public static HeaderSettings defaults() {
    return new HeaderSettings(
        "public, max-age=0, s-maxage=60, stale-while-revalidate=600",
        Optional.empty(),
        List.of(),
        List.of());
  }
}
