package com.quaily.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Which bucket to use and how to connect to it.
 *
 * @param endpoint the server's address; null for AWS itself
 * @param region the region's name; other servers than AWS mostly accept any
 * @param bucket an existing bucket; reading, writing and listing must be permitted
 * @param prefix prepended to every key, so that a bucket can be shared; empty, or ends with a slash
 * @param accessKey empty, together with the secret, for the SDK's default chain: environment,
 *     profile, instance role
 * @param secretKey empty or the secret of the access key
 * @param pathStyle whether the bucket is in the path and not in the host name
 * @param connectTimeout for opening a connection
 * @param readTimeout for the next bytes
 * @param maxAttempts total number of attempts per call, 1 or more
 */
public record S3Settings(
    URI endpoint,
    String region,
    String bucket,
    String prefix,
    String accessKey,
    String secretKey,
    boolean pathStyle,
    Duration connectTimeout,
    Duration readTimeout,
    int maxAttempts) {

  /** What S3 allows beyond our own longest key. */
  private static final int MAX_PREFIX = 1024 - StorageKey.MAX_BYTES;

  /**
   * @throws IllegalArgumentException when a value is invalid, with its name
   */
  public S3Settings {
    require(!region.isBlank(), "region: is required");
    require(!bucket.isBlank(), "bucket: is required");
    require(prefix.isEmpty() || prefix.endsWith("/"), "prefix: must end with a slash");
    require(prefix.length() <= MAX_PREFIX, "prefix: longer than " + MAX_PREFIX + " characters");
    StorageKey.checkPrefix(prefix);
    require(
        accessKey.isEmpty() == secretKey.isEmpty(),
        "access key and secret key: set both, or neither to use the default credential chain");
    require(maxAttempts >= 1, "attempts: must be 1 or more");
  }

  /** The server's address; empty for AWS itself. */
  public Optional<URI> customEndpoint() {
    return Optional.ofNullable(endpoint);
  }

  /** Everything except the secret, for logs. */
  @Override
  public String toString() {
    return "s3://"
        + bucket
        + "/"
        + prefix
        + " at "
        + (endpoint == null ? "AWS " + region : endpoint);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException("S3 " + message);
    }
  }
}
