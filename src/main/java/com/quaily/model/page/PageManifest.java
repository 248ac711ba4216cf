package com.quaily.model.page;

import java.time.Instant;

/**
 * The record of one object that the publisher put into storage.
 *
 * @param channelId null for pages of the site itself
 * @param postId the post that the page is the own page of; null for all others
 * @param hash SHA-256 of the stored bytes, hexadecimal; empty while the page waits for storage
 * @param madeFrom the states it was made from, for example {@code post:12@1730000000000000}
 */
public record PageManifest(
    String key,
    Long channelId,
    Long postId,
    PageKind kind,
    String hash,
    String madeFrom,
    Instant updatedAt) {}
