package com.quaily.storage;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Stores pages, media and private files in a directory or an S3-compatible bucket.
 *
 * <p>Keys are relative paths of {@code /}-separated segments that {@link StorageKey} allows; any
 * other key throws {@link IllegalArgumentException}. Writes are atomic: a reader sees the old
 * object or the new one, never a part. Implementations are thread-safe. When the store cannot be
 * reached, every method throws {@link com.quaily.model.error.UnavailableException}.
 */
public interface ObjectStorage {

  /** The object with its metadata; empty if there is none with this key. */
  Optional<StoredObject> get(String key);

  /** Only the metadata, cheaper than {@link #get}; empty if there is none with this key. */
  Optional<ObjectInfo> head(String key);

  /**
   * Writes or replaces an object.
   *
   * @param contentType the media type with its charset, for example {@code text/html;
   *     charset=utf-8}
   * @return what {@link #head} returns from now on
   */
  ObjectInfo put(String key, byte[] content, String contentType);

  /** Removes an object; does nothing if there is none with this key. */
  void delete(String key);

  /**
   * All objects whose key starts with the prefix, in key order. The prefix can be empty. The stream
   * is lazy and must be closed.
   */
  Stream<ObjectInfo> list(String prefix);
}
