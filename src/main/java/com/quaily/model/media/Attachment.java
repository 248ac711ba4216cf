package com.quaily.model.media;

import java.time.Instant;
import java.util.List;

/**
 * An uploaded image as stored: decoded, re-encoded, without metadata.
 *
 * @param hashId the random name in its address
 * @param size bytes of the stored file
 * @param variantWidths widths in pixels of the smaller copies
 * @param pathname its storage key and, after a slash, its path on the site
 * @param filename the original file name
 * @param checksum SHA-256 of the uploaded bytes, hexadecimal
 */
public record Attachment(
    long id,
    long userId,
    String hashId,
    long size,
    int width,
    int height,
    List<Integer> variantWidths,
    String mimeType,
    String pathname,
    String filename,
    String originalMimeType,
    String checksum,
    Instant createdAt,
    Instant updatedAt) {}
