package com.quaily.model.composer;

import java.time.Instant;

/**
 * A block of a post in another language.
 *
 * @param sourceHash SHA-256 of the original
 * @param promptVersion name and version of the prompt
 */
public record TranslatedBlock(
    long channelId,
    String language,
    byte[] sourceHash,
    String text,
    String promptVersion,
    String model,
    Instant createdAt) {}
