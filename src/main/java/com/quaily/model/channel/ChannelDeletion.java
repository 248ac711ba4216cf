package com.quaily.model.channel;

import java.time.Instant;

/**
 * An owner's wish to delete a channel.
 *
 * @param dueAt when it is deleted; null while the owner has not confirmed by mail
 */
public record ChannelDeletion(
    long channelId, Instant requestedAt, Instant tokenExpiresAt, Instant dueAt) {}
