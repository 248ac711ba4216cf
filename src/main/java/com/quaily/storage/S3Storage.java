package com.quaily.storage;

import com.quaily.model.HttpDates;
import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Stores objects in a bucket of AWS S3 or a compatible server.
 *
 * <p>S3 listings do not contain media types, so {@link #list} derives them from the keys with
 * {@link ContentTypes}; {@link #head} and {@link #get} return the stored type. The time that {@link
 * #put} returns is the server's, to the second; {@link #head} may differ by one second.
 */
public final class S3Storage implements ObjectStorage, Closeable {

  private static final int NOT_FOUND = 404;

  /** For a call without a body; the API must answer within five seconds. */
  private static final Duration LONGEST_CALL = Duration.ofSeconds(4);

  private static final int SLOWEST_BYTES_A_SECOND = 512 * 1024;

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /** Connects at the first call, so that an unreachable store does not block startup. */
  public S3Storage(S3Settings settings) {
    this.client = S3Clients.create(settings);
    this.bucket = settings.bucket();
    this.prefix = settings.prefix();
  }

  @Override
  public Optional<StoredObject> get(String key) {
    String name = name(key);
    return ifPresent(() -> client.getObjectAsBytes(get -> get.bucket(bucket).key(name)))
        .map(
            object -> {
              // No one else has a reference to the array.
              byte[] content = object.asByteArrayUnsafe();
              return new StoredObject(
                  new ObjectInfo(
                      key,
                      content.length,
                      unquoted(object.response().eTag()),
                      object.response().contentType(),
                      object.response().lastModified()),
                  content);
            });
  }

  @Override
  public Optional<ObjectInfo> head(String key) {
    String name = name(key);
    return ifPresent(
            () ->
                client.headObject(
                    head -> head.bucket(bucket).key(name).overrideConfiguration(within(0))))
        .map(
            object ->
                new ObjectInfo(
                    key,
                    object.contentLength(),
                    unquoted(object.eTag()),
                    object.contentType(),
                    object.lastModified()));
  }

  @Override
  public ObjectInfo put(String key, byte[] content, String contentType) {
    String name = name(key);
    // Avoids the copy of fromBytes: the bytes do not change during this call.
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(content), content.length, contentType);
    PutObjectResponse answer =
        call(
            () ->
                client.putObject(
                    put ->
                        put.bucket(bucket)
                            .key(name)
                            .contentType(contentType)
                            .overrideConfiguration(within(content.length)),
                    body));
    return new ObjectInfo(
        key, content.length, unquoted(answer.eTag()), contentType, time(answer.sdkHttpResponse()));
  }

  @Override
  public void delete(String key) {
    String name = name(key);
    // S3 itself does not report whether the object existed; some servers return 404 if it did not.
    ifPresent(
        () ->
            client.deleteObject(
                delete -> delete.bucket(bucket).key(name).overrideConfiguration(within(0))));
  }

  @Override
  public Stream<ObjectInfo> list(String prefix) {
    return S3Listing.of(client, bucket, this.prefix, StorageKey.checkPrefix(prefix));
  }

  /** Closes the connections; no calls are allowed afterwards. */
  @Override
  public void close() {
    client.close();
  }

  private String name(String key) {
    return prefix + StorageKey.check(key);
  }

  /** The longest a call may take with all its attempts, which callers wait for. */
  private static AwsRequestOverrideConfiguration within(long bytes) {
    return AwsRequestOverrideConfiguration.builder()
        .apiCallTimeout(LONGEST_CALL.plusSeconds(bytes / SLOWEST_BYTES_A_SECOND))
        .build();
  }

  /** The result of the call; empty if there is no such object. */
  private static <T> Optional<T> ifPresent(Supplier<T> call) {
    return call(
        () -> {
          try {
            return Optional.of(call.get());
          } catch (NoSuchBucketException misconfigured) {
            throw misconfigured;
          } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND) {
              return Optional.empty();
            }
            throw refused;
          }
        });
  }

  /**
   * @throws UnavailableException instead of the SDK's exceptions
   */
  static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException failure) {
      throw new UnavailableException(ErrorCode.STORAGE_UNAVAILABLE, failure);
    }
  }

  static String unquoted(String etag) {
    return etag.replace("\"", "");
  }

  private static Instant time(SdkHttpResponse response) {
    return response.firstMatchingHeader("Date").flatMap(HttpDates::parse).orElseGet(Instant::now);
  }
}
