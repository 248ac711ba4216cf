package com.quaily.model.post;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Posts of a channel that belong together, in an order.
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
