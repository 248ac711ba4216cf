package com.quaily.storage;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.paginators.ListObjectsV2Iterable;

/** Lists the objects of a bucket below a prefix and requests each result page when it is needed. */
final class S3Listing extends Spliterators.AbstractSpliterator<ObjectInfo> {

  private final ListObjectsV2Iterable pages;
  private final int namePrefix;
  private Iterator<S3Object> objects;

  private S3Listing(ListObjectsV2Iterable pages, int namePrefix) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT);
    this.pages = pages;
    this.namePrefix = namePrefix;
  }

  /**
   * @param namePrefix prefix of all our keys in this bucket
   */
  static Stream<ObjectInfo> of(
      S3Client client, String bucket, String namePrefix, String keyPrefix) {
    ListObjectsV2Iterable pages =
        client.listObjectsV2Paginator(list -> list.bucket(bucket).prefix(namePrefix + keyPrefix));
    return StreamSupport.stream(new S3Listing(pages, namePrefix.length()), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super ObjectInfo> action) {
    while (S3Storage.call(this::hasNext)) {
      S3Object object = S3Storage.call(objects::next);
      String key = object.key().substring(namePrefix);
      // Ignores names that are not valid keys, such as the "folders" of some file managers.
      if (StorageKey.isValid(key)) {
        action.accept(
            new ObjectInfo(
                key,
                object.size(),
                S3Storage.unquoted(object.eTag()),
                ContentTypes.of(key),
                object.lastModified()));
        return true;
      }
    }
    return false;
  }

  private boolean hasNext() {
    if (objects == null) {
      // The SDK requests the first page here, so this must wait until the stream is read.
      objects = pages.contents().iterator();
    }
    return objects.hasNext();
  }
}
