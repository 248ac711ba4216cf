package com.quaily.model.channel;

import java.time.Instant;

/**
 * A deletion that the owner of a channel asked for.
 *
 * @param keptUntil when the channel is deleted, or would be if the owner confirmed now
 * @param confirmed whether the owner confirmed it
 */
public record PlannedDeletion(Channel channel, Instant keptUntil, boolean confirmed) {}
