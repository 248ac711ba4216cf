package com.quaily.model.channel;

import java.time.Instant;

/**
 * A request to delete a channel.
 *
 * @param dueAt when it is deleted; null until the owner confirms by email
 */
public record ChannelDeletion(
    long channelId, Instant requestedAt, Instant tokenExpiresAt, Instant dueAt) {}
