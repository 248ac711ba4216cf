package com.quaily.model.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An ordered collection of a channel's posts.
 *
 * @param description Markdown; empty when none
 * @param coverImageUrl empty when none
 * @param postIds some of them may have been deleted
 */
public record Pack(
    long id,
    UUID uuid,
    long channelId,
    String title,
    String description,
    String coverImageUrl,
    List<Long> postIds,
    Instant createdAt,
    Instant updatedAt) {}
