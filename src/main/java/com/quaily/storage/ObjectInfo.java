package com.quaily.storage;

import java.time.Instant;

/**
 * What a store knows of an object without reading it.
 *
 * @param key the object's key
 * @param size length in bytes
 * @param etag an opaque value that changes whenever the content does, without quotes
 * @param contentType the media type it was stored with
 * @param lastModified when it was last written, to the second at least
 */
public record ObjectInfo(
    String key, long size, String etag, String contentType, Instant lastModified) {}
