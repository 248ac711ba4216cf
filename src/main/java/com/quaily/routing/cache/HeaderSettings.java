package com.quaily.routing.cache;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Settings for the headers of pages.
 *
 * @param pageCacheControl {@code Cache-Control} of everything that can change
 * @param strictTransport how long browsers must use TLS; empty when this site is not served over
 *     TLS
 * @param trustedOrigins additional origins from which pages can load scripts and to which scripts
 *     and forms can connect: the site's own, which channels on other domains need
 * @param challengeOrigins origins of the challenge provider, whose scripts and frames the login
 *     page can load; empty when there is none
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
