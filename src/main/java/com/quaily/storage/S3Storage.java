package com.quaily.storage;

import com.quaily.model.error.ErrorCode;
import com.quaily.model.error.UnavailableException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Objects in a bucket of AWS S3 or of any server that speaks its protocol.
 *
 * <p>A listing of S3 does not tell media types, so those of {@link #list} are derived from the keys
 * by {@link ContentTypes}; {@link #head} and {@link #get} answer the stored one. The time that
 * {@link #put} answers is the server's, to the second; {@link #head} may differ by one.
 */
public final class S3Storage implements ObjectStorage, AutoCloseable {

  private static final int NOT_FOUND = 404;

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  /** Connects with the first call, not here: a store that is away does not hold up the start. */
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
              // The array is ours alone: nobody else holds the response.
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
    return ifPresent(() -> client.headObject(head -> head.bucket(bucket).key(name)))
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
    // Not fromBytes, which copies: nobody changes the bytes while this call lasts.
    RequestBody body =
        RequestBody.fromContentProvider(
            () -> new ByteArrayInputStream(content), content.length, contentType);
    PutObjectResponse answer =
        call(
            () ->
                client.putObject(
                    put -> put.bucket(bucket).key(name).contentType(contentType), body));
    return new ObjectInfo(
        key, content.length, unquoted(answer.eTag()), contentType, time(answer.sdkHttpResponse()));
  }

  @Override
  public void delete(String key) {
    String name = name(key);
    // S3 itself does not tell whether there was an object; some servers answer that with 404.
    ifPresent(() -> client.deleteObject(delete -> delete.bucket(bucket).key(name)));
  }

  @Override
  public Stream<ObjectInfo> list(String prefix) {
    return S3Listing.of(client, bucket, this.prefix, StorageKey.checkPrefix(prefix));
  }

  /** Closes the connections; no call may come after. */
  @Override
  public void close() {
    client.close();
  }

  private String name(String key) {
    return prefix + StorageKey.check(key);
  }

  /** What the call answers; empty when there is no such object. */
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
   * @throws UnavailableException instead of whatever the SDK throws
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
    return response
        .firstMatchingHeader("Date")
        .map(date -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)))
        .orElseGet(Instant::now);
  }
}
