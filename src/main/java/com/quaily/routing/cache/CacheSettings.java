package com.quaily.routing.cache;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The size of the page cache and how long it trusts its content.
 *
 * @param maximumBytes memory limit
 * @param diskBytes size limit of the overflow file; 0: no file
 * @param diskDirectory directory of that file
 * @param revalidateAfter age from which a page is revalidated against storage
 * @param rememberAbsence how long a missing object is not looked up again
 * @param retryStorageAfter pause after storage could not be reached
 */
public record CacheSettings(
    long maximumBytes,
    long diskBytes,
    Path diskDirectory,
    Duration revalidateAfter,
    Duration rememberAbsence,
    Duration retryStorageAfter) {

  /** 256 MB, no disk cache, revalidation after a minute, absence for two seconds. */
  public static CacheSettings defaults() {
    return new CacheSettings(
        256L << 20,
        0,
        Path.of(System.getProperty("java.io.tmpdir")),
        Duration.ofSeconds(60),
        Duration.ofSeconds(2),
        Duration.ofSeconds(1));
  }
}
