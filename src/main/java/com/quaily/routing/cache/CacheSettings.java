package com.quaily.routing.cache;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How much the page cache holds and for how long it trusts it.
 *
 * @param maximumBytes the bound of everything kept in memory
 * @param diskBytes the bound of the file for what memory has no room for; 0: no such file
 * @param diskDirectory where that file lies
 * @param revalidateAfter the age from which a page is compared with storage again
 * @param rememberAbsence for how long storage is not asked again for what was not there
 * @param retryStorageAfter for how long storage is left alone after it could not be reached
 */
public record CacheSettings(
    long maximumBytes,
    long diskBytes,
    Path diskDirectory,
    Duration revalidateAfter,
    Duration rememberAbsence,
    Duration retryStorageAfter) {

  /** 256 MB, nothing on disk, pages trusted for a minute, absence for two seconds. */
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
