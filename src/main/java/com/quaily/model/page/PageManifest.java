package com.quaily.model.page;

import java.time.Instant;

/**
 * The manifest entry of an object that the publisher stored.
 *
 * @param channelId null for pages of the site itself
 * @param postId the post whose own page this is; null for other pages
 * @param hash SHA-256 of the stored bytes, hexadecimal; empty until the page is stored
 * @param madeFrom the versions it was made from, for example {@code post:12@1730000000000000}
 */
public record PageManifest(
    String key,
    Long channelId,
    Long postId,
    PageKind kind,
    String hash,
    String madeFrom,
    Instant updatedAt) {}
