package com.quaily.storage;

import java.time.Instant;

/**
 * The metadata of an object.
 *
 * @param key the object's key
 * @param size length in bytes
 * @param etag an opaque value that changes whenever the content does, without quotes
 * @param contentType the media type it was stored with
 * @param lastModified the time of the last write, at least to the second
 */
public record ObjectInfo(
    String key, long size, String etag, String contentType, Instant lastModified) {}
