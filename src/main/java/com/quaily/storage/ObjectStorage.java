package com.quaily.storage;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where finished pages, media and private files lie: a directory or any S3-compatible bucket.
 *
 * <p>Keys are relative paths of {@code /}-separated segments as {@link StorageKey} allows them; any
 * other key is an {@link IllegalArgumentException}. Writes are atomic: a reader sees the old object
 * or the new one, never a part. Implementations are safe for use by many threads. When the store
 * cannot be reached every method throws {@link com.quaily.model.error.UnavailableException}.
 */
public interface ObjectStorage {

  /** The whole object with its metadata; empty when there is none under this key. */
  Optional<StoredObject> get(String key);

  /** The metadata alone, cheaper than {@link #get}; empty when there is none under this key. */
  Optional<ObjectInfo> head(String key);

  /**
   * Writes or replaces an object.
   *
   * @param contentType the media type with its charset, for example {@code text/html;
   *     charset=utf-8}
   * @return what {@link #head} answers from now on
   */
  ObjectInfo put(String key, byte[] content, String contentType);

  /** Removes an object; does nothing when there is none under this key. */
  void delete(String key);

  /**
   * All objects whose key begins with the prefix, in the order of their keys; read lazily, so close
   * the stream. The prefix may be empty.
   */
  Stream<ObjectInfo> list(String prefix);
}
